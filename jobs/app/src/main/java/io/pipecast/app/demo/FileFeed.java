package io.pipecast.app.demo;

import io.pipecast.app.UserError;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.files.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A user's own events as a feed: all but the last ten working days are history, those are played
 * live.
 */
final class FileFeed implements Feed {
    private static final int LIVE_DAYS = 10;

    private final List<Message> messages;
    private final long liveFrom;
    private int position;

    private FileFeed(List<Message> messages, long liveFrom) {
        this.messages = messages;
        this.liveFrom = liveFrom;
    }

    static FileFeed open(Path file, PipelineSettings settings) throws IOException {
        JsonInputDecoder decoder = new JsonInputDecoder(settings);
        List<Message> messages = new ArrayList<>();
        String source = file.getFileName().toString();
        try (Lines lines = Lines.open(file)) {
            while (lines.next()) {
                Input input =
                        decoder.decode(
                                lines.buffer(),
                                lines.offset(),
                                lines.length(),
                                source,
                                lines.number());
                messages.add(message(input, decoder, lines, messages));
            }
        }
        messages.removeIf(message -> message.value() == null);
        messages.sort(Comparator.comparingLong(Message::at));
        if (messages.isEmpty()) {
            throw new UserError(
                    "--events must hold at least one event, but none was found in " + file);
        }
        return new FileFeed(messages, liveFrom(messages.get(messages.size() - 1).at(), settings));
    }

    private static Message message(
            Input input, JsonInputDecoder decoder, Lines lines, List<Message> before) {
        return switch (input.kind) {
            case DEAL ->
                    new Message(
                            Topic.OPPORTUNITIES,
                            input.deal().opportunityId(),
                            input.deal().time(),
                            decoder.message(input));
            case ORGANIZATION ->
                    new Message(
                            Topic.ORGANIZATION,
                            input.organization().id(),
                            input.organization().effectiveFrom(),
                            decoder.message(input));
            case CALL ->
                    new Message(
                            Topic.CONTROL,
                            input.call().node(),
                            input.call().submittedAt(),
                            decoder.message(input));
            case REJECTED -> {
                // a broken line is sent on as it stands, so that it ends in the rejected topic like
                // any other
                long at = before.isEmpty() ? 0 : before.get(before.size() - 1).at();
                byte[] raw =
                        Arrays.copyOfRange(
                                lines.buffer(), lines.offset(), lines.offset() + lines.length());
                yield new Message(Topic.OPPORTUNITIES, null, at, raw);
            }
            default -> new Message(Topic.OPPORTUNITIES, null, 0, null);
        };
    }

    private static long liveFrom(long last, PipelineSettings settings) {
        int day = settings.calendar().days().dayOf(last);
        int back = day;
        while (settings.calendar().business().between(back, day + 1) < LIVE_DAYS) {
            back--;
        }
        return settings.calendar().days().startOf(back);
    }

    @Override
    public long liveFrom() {
        return liveFrom;
    }

    @Override
    public long nextAt() {
        return position < messages.size() ? messages.get(position).at() : END;
    }

    @Override
    public Message next() {
        return messages.get(position++);
    }
}
