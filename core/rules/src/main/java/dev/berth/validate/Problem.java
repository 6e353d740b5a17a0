package dev.berth.validate;

/**
 * Something to say about one place of one file.
 *
 * @param file the file, from the directory that is validated, with slashes
 * @param line the line, counted from 1
 * @param object kind and name; empty where the text is no object
 * @param field the field as the API server prints it; empty where the object as a whole is meant
 * @param rule the ID of the rule
 */
record Problem(String file, int line, String object, String field, String rule, Level level, String message) {

    /** One line, as compilers write it. */
    @Override
    public String toString() {
        String what = object.isEmpty() ? "" : object + ": ";
        String where = field.isEmpty() ? "" : field + ": ";
        return file + ":" + line + ": " + level + ": " + what + where + message + " (" + rule + ")";
    }
}
