package io.pipecast.connect.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * A JSON object as a row: nested members are columns named by their path ({@code owner.id}), list
 * items by their index ({@code lines.0}). Reused from line to line.
 */
final class JsonRow implements Row {
    private static final JsonFactory JSON = new JsonFactory();

    private String[] names = new String[16];
    private String[] texts = new String[16];
    private int size;
    private long line;
    private String raw;

    /**
     * Reads a line.
     *
     * @throws IOException when it is not one JSON object; the message says how
     */
    void read(long at, String text) throws IOException {
        line = at;
        raw = text;
        size = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("record must be a JSON object");
            }
            members(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("record must be one JSON object, more follows it");
            }
        }
    }

    private void members(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            parser.nextToken();
            value(parser, name);
        }
    }

    private void items(JsonParser parser, String prefix) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            value(parser, prefix + i);
        }
    }

    private void value(JsonParser parser, String name) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, name + ".");
            case START_ARRAY -> items(parser, name + ".");
            case VALUE_NULL -> add(name, "");
            default -> add(name, parser.getText());
        }
    }

    private void add(String name, String text) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        names[size] = name;
        texts[size++] = text.strip();
    }

    @Override
    public String text(String column) {
        int i = find(column);
        return i < 0 || texts[i].isEmpty() ? null : texts[i];
    }

    @Override
    public boolean has(String column) {
        return find(column) >= 0;
    }

    private int find(String column) {
        int i = size - 1;
        while (i >= 0 && !names[i].equals(column)) {
            i--;
        }
        return i;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String raw() {
        return raw;
    }
}
