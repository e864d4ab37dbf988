package ex;

import dev.goloom.*;
import java.util.List;

class Arrays {
    @Generator
    static void gen(int[] nums, SendChan<Integer> c) {
        for (int n : nums) {
            c.send(n);
        }
    }

    @Generator
    static void matrix(int[][] rows, SendChan<int[]> c) {
        for (int[] row : rows) {
            c.send(row);
        }
    }

    @Generator
    static <T> void generic(T[] all, SendChan<T> c) {
        for (T each : all) {
            c.send(each);
        }
    }

    @Goroutine
    static int sum(int... nums) {
        return java.util.Arrays.stream(nums).sum();
    }

    @Goroutine
    @SafeVarargs
    static <T> List<T> list(T... all) {
        return List.of(all[0], all[1]);
    }
}
