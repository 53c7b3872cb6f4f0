package com.company.erp.web.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths into JSON as problems name them: {@code addresses[0].city}. */
final class JsonPath {

    private JsonPath() {}

    static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String step : steps(path)) {
            node = isIndex(step) ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** Puts the text there, or takes away what is there. */
    static void put(ObjectNode tree, String path, @Nullable String text) {
        if (text == null && at(tree, path) instanceof MissingNode) return;
        JsonNode node = tree;
        Iterator<String> steps = steps(path).iterator();
        while (true) {
            String step = steps.next();
            if (!steps.hasNext()) {
                set(node, step, text);
                return;
            }
            node = child(node, step, steps);
        }
    }

    private static JsonNode child(JsonNode node, String step, Iterator<String> rest) {
        if (node instanceof ArrayNode array) {
            int index = Integer.parseInt(step);
            while (array.size() <= index) array.addObject();
            return array.get(index);
        }
        ObjectNode object = (ObjectNode) node;
        JsonNode below = object.path(step);
        if (below.isContainerNode()) return below;
        return stepIsList(rest) ? object.putArray(step) : object.putObject(step);
    }

    /** Lists are of records or of texts; the next step tells whether there is one. */
    private static boolean stepIsList(Iterator<String> rest) {
        return rest instanceof Steps steps && steps.nextIsIndex();
    }

    private static void set(JsonNode node, String step, @Nullable String text) {
        if (node instanceof ArrayNode array) {
            int index = Integer.parseInt(step);
            if (text == null) array.remove(index);
            else if (index < array.size()) array.set(index, text);
            else array.add(text);
        } else if (text == null) {
            ((ObjectNode) node).remove(step);
        } else {
            ((ObjectNode) node).put(step, text);
        }
    }

    private static boolean isIndex(String step) {
        return Character.isDigit(step.charAt(0));
    }

    private static Iterable<String> steps(String path) {
        List<String> steps = List.of(path.replace("]", "").split("[.\\[]"));
        return () -> new Steps(steps);
    }

    private static final class Steps implements Iterator<String> {
        private final List<String> steps;
        private int next;

        private Steps(List<String> steps) {
            this.steps = steps;
        }

        @Override
        public boolean hasNext() {
            return next < steps.size();
        }

        @Override
        public String next() {
            if (!hasNext()) throw new java.util.NoSuchElementException();
            return steps.get(next++);
        }

        private boolean nextIsIndex() {
            return hasNext() && isIndex(steps.get(next));
        }
    }
}
