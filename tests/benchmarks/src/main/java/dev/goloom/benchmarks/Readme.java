package dev.goloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of README.md that the results of a session fill. */
final class Readme {
    private static final String BEGIN = "<!-- results: written by -Dbenchmarks=--update -->\n";
    private static final String END = "<!-- end of results -->\n";

    private Readme() {}

    /** Replaces what is between the two marks. */
    static void update(Path readme, String results) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme.getFileName() + " has no place for results: a line '" + BEGIN.strip()
                    + "' and, below it, a line '" + END.strip() + "'");
        }
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + "\n" + results + "\n" + text.substring(end));
    }
}
