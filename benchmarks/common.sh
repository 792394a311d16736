# What the scripts beside this share; they set `home` to this folder first.

root=$(dirname "$home")
shared=${ZHIXUN_SHARED:-$root/../shared}
ours="$home/target/classes:$home/target/lib/*"

# A java executable of at least a feature version: JAVA_HOME's, or one in /usr/lib/jvm or the path.
find_java() {
  local candidate version
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" /usr/lib/jvm/*/bin/java "$(command -v java)"; do
    [[ -n $candidate && -x $candidate ]] || continue
    version=$("$candidate" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
    if [[ -n $version && $version -ge $1 && $version -le ${2:-99} ]]; then
      echo "$candidate"
      return
    fi
  done
  echo "no JDK of version $1 or newer was found; set JAVA_HOME" >&2
  return 1
}

java=$(find_java 25)

# Not when ZHIXUN_BENCHMARKS_BUILT says that what was built last is to be measured.
build_ours() {
  [[ -z ${ZHIXUN_BENCHMARKS_BUILT:-} ]] || return 0
  (cd "$root" && mvn -B -q -Pbenchmarks -pl benchmarks -am -DskipTests ${MAVEN_OPTIONS:-} package) >&2
}

build_spark() {
  [[ -z ${ZHIXUN_BENCHMARKS_BUILT:-} ]] || return 0
  (cd "$home/spark" && mvn -B -q ${MAVEN_OPTIONS:-} package) >&2
}

# The load of the machine, which belongs beside every figure.
load() {
  echo "# load $1: $(uptime | sed 's/.*load average: //')"
}
