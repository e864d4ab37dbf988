package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;

import dev.goloom.Chan;
import dev.goloom.tests.conformance.Coefficient.Finis;

/**
 * A power series as a stream on demand: whoever wants a coefficient sends a request and then receives it. Doug McIlroy's
 * "Squinting at Power Series" has the algorithms: each is a few lines, and a goroutine; every product starts more of them.
 *
 * @see <a href="https://swtch.com/~rsc/thread/squint.pdf">Squinting at Power Series</a>
 */
final class PowerSeries {
    private final Chan<Boolean> requests = make();
    private final Chan<Coefficient> data = make();

    /** What produces a series. */
    private interface Producer {
        void run(PowerSeries z);
    }

    private static PowerSeries series(Producer producer) {
        PowerSeries z = new PowerSeries();
        go(() -> producer.run(z));
        return z;
    }

    Coefficient get() {
        requests.send(true);
        return data.recv();
    }

    private void put(Coefficient c) {
        requests.recv();
        data.send(c);
    }

    private void copy(PowerSeries from) {
        for (;;) {
            requests.recv();
            data.send(from.get());
        }
    }

    /** One of each, asked for at the same time and taken as they come. */
    private static Coefficient[] getBoth(PowerSeries u, PowerSeries v) {
        PowerSeries[] in = {u, v};
        Coefficient[] out = new Coefficient[2];
        boolean[] asked = new boolean[2];
        for (int left = 4; left > 0; left--) {
            var first = recv(asked[0] && out[0] == null ? u.data : null);
            var second = recv(asked[1] && out[1] == null ? v.data : null);
            int chosen = select(
                    send(asked[0] ? null : in[0].requests, true),
                    send(asked[1] ? null : in[1].requests, true),
                    first,
                    second);
            switch (chosen) {
                case 0, 1 -> asked[chosen] = true;
                case 2 -> out[0] = first.value();
                default -> out[1] = second.value();
            }
        }
        return out;
    }

    /**
     * Two series like this one, read at different speeds. A goroutine serves one coefficient to both: the one that asks first
     * gets it at once, from a goroutine that lives until the other has had it too. A signal on {@code mayServeBoth} says that
     * the one before has gone, so that the slower reader sees the coefficients in order.
     */
    PowerSeries[] split() {
        PowerSeries[] out = {new PowerSeries(), new PowerSeries()};
        Chan<Boolean> signal = make();
        go(() -> serve(this, out[0], out[1], signal));
        go(() -> signal.send(true));
        return out;
    }

    private static void serve(PowerSeries in, PowerSeries fast, PowerSeries slow, Chan<Boolean> mayServeBoth) {
        boolean both = false;
        PowerSeries first = fast;
        PowerSeries second = slow;
        if (select(recv(fast.requests), recv(mayServeBoth)) == 1) {
            both = true;
            if (select(recv(fast.requests), recv(slow.requests)) == 1) {
                first = slow;
                second = fast;
            }
        }
        PowerSeries ahead = first;
        PowerSeries behind = second;
        Chan<Boolean> release = make();
        Coefficient c = in.get();
        go(() -> serve(in, ahead, behind, release));
        ahead.data.send(c);
        if (!both) {
            mayServeBoth.recv();
        }
        behind.requests.recv();
        behind.data.send(c);
        release.send(true);
    }

    static PowerSeries repeat(Rational c) {
        return series(z -> {
            for (;;) {
                z.put(c);
            }
        });
    }

    PowerSeries plus(PowerSeries v) {
        return series(z -> {
            for (;;) {
                z.requests.recv();
                Coefficient[] uv = getBoth(this, v);
                if (uv[0] instanceof Rational a && uv[1] instanceof Rational b) {
                    z.data.send(a.plus(b));
                } else if (uv[0] == uv[1]) {
                    z.data.send(Finis.FINIS);
                } else {
                    boolean ended = uv[0] == Finis.FINIS;
                    z.data.send(uv[ended ? 1 : 0]);
                    z.copy(ended ? v : this);
                }
            }
        });
    }

    PowerSeries times(Rational c) {
        return series(z -> {
            for (;;) {
                z.requests.recv();
                z.data.send(get() instanceof Rational u ? c.times(u) : Finis.FINIS);
            }
        });
    }

    PowerSeries minus(PowerSeries v) {
        return plus(v.times(Rational.ONE.negated()));
    }

    /** The series with {@code c} before it: c + xU. */
    PowerSeries shift(Rational c) {
        return series(z -> {
            z.put(c);
            z.copy(this);
        });
    }

    /** (u + xU)(v + xV) = uv + x(uV + vU) + x²UV. */
    PowerSeries times(PowerSeries v) {
        return series(z -> {
            z.requests.recv();
            Coefficient[] uv = getBoth(this, v);
            if (!(uv[0] instanceof Rational a && uv[1] instanceof Rational b)) {
                z.data.send(Finis.FINIS);
                return;
            }
            z.data.send(a.times(b));
            PowerSeries[] us = split();
            PowerSeries[] vs = v.split();
            PowerSeries w = vs[0].times(a).plus(us[0].times(b));
            z.requests.recv();
            z.data.send(w.get());
            z.copy(w.plus(us[1].times(vs[1])));
        });
    }

    PowerSeries differentiated() {
        return series(z -> {
            z.requests.recv();
            Coefficient u = get();
            for (int i = 1; u != Finis.FINIS; i++) {
                u = get();
                if (u instanceof Rational r) {
                    z.data.send(Rational.of(i, 1).times(r));
                    z.requests.recv();
                }
            }
            z.data.send(Finis.FINIS);
        });
    }

    PowerSeries integrated(Rational constant) {
        return series(z -> {
            z.put(constant);
            for (int i = 1; ; i++) {
                z.requests.recv();
                if (!(get() instanceof Rational u)) {
                    z.data.send(Finis.FINIS);
                    return;
                }
                z.data.send(Rational.of(1, i).times(u));
            }
        });
    }

    /** exp(U), whose derivative is exp(U) times that of U; the constant term is taken for zero. */
    PowerSeries exp() {
        PowerSeries result = new PowerSeries();
        PowerSeries fed = result.times(differentiated()).integrated(Rational.ONE);
        PowerSeries[] both = fed.split();
        go(() -> result.copy(both[0]));
        return both[1];
    }

    /** U(c xⁿ). */
    PowerSeries substituted(Rational c, int n) {
        return series(z -> {
            Rational power = Rational.ONE;
            for (;;) {
                z.requests.recv();
                if (!(get() instanceof Rational u)) {
                    z.data.send(Finis.FINIS);
                    return;
                }
                z.data.send(u.times(power));
                power = power.times(c);
                for (int i = 1; i < n; i++) {
                    z.put(Rational.ZERO);
                }
            }
        });
    }

    /** 1/U: with U = u + xV it is Z = 1/u + xW where W = -V Z/u. */
    PowerSeries reciprocal() {
        return series(z -> {
            z.requests.recv();
            Rational inverse = ((Rational) get()).inverted();
            z.data.send(inverse);
            PowerSeries tail = new PowerSeries();
            PowerSeries[] both = times(inverse.negated()).times(tail.shift(inverse)).split();
            go(() -> tail.copy(both[0]));
            z.copy(both[1]);
        });
    }

    /** A polynomial. */
    static PowerSeries of(long... coefficients) {
        return series(z -> {
            for (long c : coefficients) {
                z.put(Rational.of(c, 1));
            }
            for (;;) {
                z.put(Finis.FINIS);
            }
        });
    }
}
