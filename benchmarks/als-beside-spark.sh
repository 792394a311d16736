#!/usr/bin/env bash
# A pass of our weighted ALS beside one of Spark's, on Gowalla: 64 factors, three measurements of
# each in turn, and the ratio of their medians. Spark runs on JDK 17, or on the one that
# SPARK_JAVA_HOME names.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/common.sh"

rounds=3
train=$shared/data/recommendation/gowalla/train.txt
if [[ ! -f $train ]]; then
  echo "nothing to measure on: $train is absent (ZHIXUN_SHARED names the folder)" >&2
  exit 1
fi
if [[ -n ${SPARK_JAVA_HOME:-} ]]; then
  spark_java=$SPARK_JAVA_HOME/bin/java
else
  spark_java=$(find_java 17 21)
fi

build_ours
(cd "$home/spark" && mvn -B -q ${MAVEN_OPTIONS:-} package) >&2
spark="$home/spark/target/classes:$home/spark/target/lib/*"
# The module opens and the vector module that Spark's own launcher passes.
read -ra options < <("$spark_java" -cp "$spark" io.zhixun.benchmarks.spark.ModuleOptions)

our_pass() {
  "$java" --add-modules jdk.incubator.vector -Xmx4g -Dzhixun.shared="$shared" \
    -cp "$ours" io.zhixun.benchmarks.AlsPass
}

spark_pass() {
  "$spark_java" "${options[@]}" -Xmx4g -cp "$spark" io.zhixun.benchmarks.spark.SparkAlsPass "$train"
}

median() {
  printf '%s\n' "$@" | sort -g | sed -n "$((($# + 1) / 2))p"
}

mine=() theirs=()
for ((round = 1; round <= rounds; round++)); do
  load "before round $round"
  mine+=("$(our_pass)")
  theirs+=("$(spark_pass)")
  echo "round $round: ours ${mine[-1]} s a pass, Spark ${theirs[-1]} s a pass"
done
load "at the end"
awk -v ours="$(median "${mine[@]}")" -v spark="$(median "${theirs[@]}")" 'BEGIN {
  printf "medians: ours %.3f s, Spark %.3f s; ours takes %.3f of its time (1 : %.1f)\n",
    ours, spark, ours / spark, spark / ours
}'
