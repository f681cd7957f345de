package io.pipecast.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What every Java source keeps to, main and test alike, read by the compiler's own parser. */
class SourceRulesTest {
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final Path ROOT = RealData.projectRoot();

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES) {
                tooLong.add(ROOT.relativize(file) + " has " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsLongerThanFortyLines() throws IOException {
        assertThat(scan(new LongMethods())).isEmpty();
    }

    @Test
    void nothingSleepsAndNoTestIsDisabled() throws IOException {
        assertThat(scan(new Sleepers())).isEmpty();
    }

    @Test
    void nothingIsLeftToDo() throws IOException {
        // put together, so that this file does not find itself
        List<String> marks = List.of("TO" + "DO", "FIX" + "ME", "XX" + "X:");
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            marks.stream().filter(text::contains).forEach(m -> found.add(m + " in " + file));
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String room : new String[] {"jobs", "dashboards"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
                files.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> !f.toString().contains("/target/"))
                        .forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        return sources;
    }

    /** Runs a scanner over every parsed source; returns what it found. */
    private static List<String> scan(Findings scanner) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources()));
            scanner.positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                scanner.unit = unit;
                scanner.scan(unit, null);
            }
        }
        return scanner.found;
    }

    private abstract static class Findings extends TreeScanner<Void, Void> {
        final List<String> found = new ArrayList<>();
        SourcePositions positions;
        CompilationUnitTree unit;

        void report(String what) {
            found.add(ROOT.relativize(Path.of(unit.getSourceFile().toUri())) + ": " + what);
        }
    }

    private static final class LongMethods extends Findings {
        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long from = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long to = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (to - from - 1 > METHOD_LINES) {
                    report(method.getName() + " has " + (to - from - 1) + " lines");
                }
            }
            return super.visitMethod(method, unused);
        }
    }

    private static final class Sleepers extends Findings {
        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void unused) {
            if (select.toString().equals("Thread.sleep")) {
                report("Thread.sleep");
            }
            return super.visitMemberSelect(select, unused);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            if (annotation.getAnnotationType().toString().endsWith("Disabled")) {
                report("@Disabled");
            }
            return super.visitAnnotation(annotation, unused);
        }
    }
}
