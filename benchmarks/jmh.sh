#!/usr/bin/env bash
# Builds the benchmarks and runs JMH with the arguments given, e.g. `benchmarks/jmh.sh RankBenchmark`.
# ZHIXUN_BENCHMARKS_FOLDER names a folder to keep samples and models in from run to run.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/common.sh"

build_ours
folder=${ZHIXUN_BENCHMARKS_FOLDER:-$(mktemp -d)}
[[ -n ${ZHIXUN_BENCHMARKS_FOLDER:-} ]] || trap 'rm -rf "$folder"' EXIT
load "at the start"
"$java" -Dzhixun.shared="$shared" -Dzhixun.benchmarks.folder="$folder" -Dfile.encoding=UTF-8 \
  -cp "$ours" org.openjdk.jmh.Main -prof io.zhixun.benchmarks.CpuTime "$@"
load "at the end"
