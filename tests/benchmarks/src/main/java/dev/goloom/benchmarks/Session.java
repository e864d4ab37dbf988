package dev.goloom.benchmarks;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goloom.benchmarks.workloads.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run of the driver: all that the tables say.
 *
 * @param environment where and what was measured
 * @param settings how
 * @param measurements in the order of the rows
 */
record Session(Environment environment, Settings settings, List<Measurement> measurements) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Session read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Session.class);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), this);
    }

    /** What {@code contender} needed; empty if it was not measured. */
    Optional<Measurement> find(Row row, Contender contender) {
        return measurements.stream()
                .filter(m -> m.row().equals(row.name()) && m.contender() == contender && !m.values().isEmpty())
                .findFirst();
    }

    /** Whether anybody was measured in {@code row}. */
    boolean has(Row row) {
        return row.contenders().stream().anyMatch(contender -> find(row, contender).isPresent());
    }

    /** How many times Go's figure it is; empty if one of the two was not measured. */
    Optional<Double> ratioToGo(Row row, Contender contender) {
        return find(row, contender)
                .flatMap(one -> find(row, Contender.GO).map(go -> one.median() / go.median()));
    }
}
