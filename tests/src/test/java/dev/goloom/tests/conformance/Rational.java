package dev.goloom.tests.conformance;

import java.math.BigInteger;

/** A rational number in lowest terms; the denominator is positive. */
record Rational(BigInteger num, BigInteger den) implements Coefficient {
    static final Rational ZERO = of(0, 1);
    static final Rational ONE = of(1, 1);

    static Rational of(long num, long den) {
        return reduced(BigInteger.valueOf(num), BigInteger.valueOf(den));
    }

    private static Rational reduced(BigInteger num, BigInteger den) {
        BigInteger divisor = num.gcd(den);
        BigInteger signed = den.signum() < 0 ? divisor.negate() : divisor;
        return new Rational(num.divide(signed), den.divide(signed));
    }

    Rational plus(Rational other) {
        return reduced(num.multiply(other.den).add(other.num.multiply(den)), den.multiply(other.den));
    }

    Rational times(Rational other) {
        return reduced(num.multiply(other.num), den.multiply(other.den));
    }

    Rational negated() {
        return new Rational(num.negate(), den);
    }

    Rational inverted() {
        return reduced(den, num);
    }

    @Override
    public String toString() {
        return den.equals(BigInteger.ONE) ? num.toString() : num + "/" + den;
    }
}
