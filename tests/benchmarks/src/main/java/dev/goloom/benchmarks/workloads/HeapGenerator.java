package dev.goloom.benchmarks.workloads;

import java.util.Iterator;

/** A generator whose first element has been received, and which waits to send the second. */
public final class HeapGenerator extends Heap {
    @Override
    Object make(Library library, int capacity, int count) {
        Object[] kept = new Object[count];
        for (int i = 0; i < count; i++) {
            Iterable<Integer> generator = library.generator(2);
            Iterator<Integer> elements = generator.iterator();
            elements.hasNext();
            elements.next();
            kept[i] = generator;
        }
        return kept;
    }
}
