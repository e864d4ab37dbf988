package dev.goloom.processor;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes that mention what does not exist, or not yet: another processor may be about to write it. So they wait as long
 * as a round brings something new, to which somebody may answer. A round that brings nothing would have been the last one,
 * had nobody asked for it; what is missing then is missing for good.
 *
 * <p>It is not enough to give up in the last round: there, a static import from a companion that does not exist fails,
 * whatever is written then.
 */
final class Waiting {
    private final Elements elements;
    private final Set<ClassId> ids = new HashSet<>();

    Waiting(Elements elements) {
        this.elements = elements;
    }

    /** Those that have waited until now, where they still exist. */
    SortedMap<ClassId, TypeElement> find() {
        SortedMap<ClassId, TypeElement> found = new TreeMap<>();
        ids.forEach(id -> id.in(elements).ifPresent(type -> found.put(id, type)));
        return found;
    }

    /** Those of {@code types} that need not wait, or not any longer; the others are remembered. */
    SortedMap<ClassId, TypeElement> ready(SortedMap<ClassId, TypeElement> types, RoundEnvironment round) {
        SortedMap<ClassId, TypeElement> ready = readyIn(types, round);
        ids.clear();
        ids.addAll(types.keySet());
        ids.removeAll(ready.keySet());
        return ready;
    }

    private SortedMap<ClassId, TypeElement> readyIn(SortedMap<ClassId, TypeElement> types, RoundEnvironment round) {
        if (round.processingOver()) {
            return types;
        }
        SortedMap<ClassId, TypeElement> complete =
                those(types, type -> !ClassId.of(type, elements).isOf(type, elements) || !Sources.of(type).anyMissing());
        if (!complete.isEmpty() || !round.getRootElements().isEmpty()) {
            return complete;
        }
        // Some may mention the companions of others, which can be written now.
        Set<String> owed = types.values().stream().map(type -> Companion.nameOf(type).simpleName()).collect(Collectors.toSet());
        SortedMap<ClassId, TypeElement> first = those(types, type -> !Sources.of(type).missesAny(owed));
        return first.isEmpty() ? types : first;
    }

    private static SortedMap<ClassId, TypeElement> those(SortedMap<ClassId, TypeElement> types, Predicate<TypeElement> which) {
        SortedMap<ClassId, TypeElement> result = new TreeMap<>(types);
        result.values().removeIf(which.negate());
        return result;
    }
}
