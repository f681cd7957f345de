package io.pipecast.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BacktestPageTest {
    private static final Pattern LOADS =
            Pattern.compile("(?:src|href|action)\\s*=\\s*[\"'](?!data:)|url\\(|@import|fetch\\(");

    @Test
    void loadsNothing() {
        String page = BacktestPage.of(MadeBacktest.result("Made"));
        assertThat(LOADS.matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("{{").contains("default-src 'none'");
    }

    @Test
    void carriesTheFiguresWhateverNamesSay() throws IOException {
        String nasty = "</script><script>alert('$1 \\ ')</script>";
        String page = BacktestPage.of(MadeBacktest.result(nasty));
        assertThat(page).doesNotContain("<script>alert");
        String start = "<script type=\"application/json\" id=\"result\">";
        int at = page.indexOf(start) + start.length();
        String json = page.substring(at, page.indexOf("</script>", at));
        assertThat(new ObjectMapper().readTree(json).get("company").asText()).isEqualTo(nasty);
    }
}
