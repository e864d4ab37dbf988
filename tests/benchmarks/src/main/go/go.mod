module goloom.dev/benchmarks

go 1.19
