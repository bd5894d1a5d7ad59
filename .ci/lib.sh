# Shared by run, check and bench: find the tools, build what is out of date. Bash; the caller sets `set -euo pipefail`.

: "${HOME:=/nonexistent}"
export HOME
top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
app="$top/target/app"

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$*"
  exit 3
}

is_jdk25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"; }

# Prints the home of a JDK 25, wherever it is; Maven itself may run on another one.
find_jdk() {
  local from_path candidate
  from_path="$(command -v javac || true)"
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" \
    "${from_path:+$(dirname "$(dirname "$(readlink -f "$from_path")")")}" \
    /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    $(sed -n 's|.*<jdkHome>\(.*\)</jdkHome>.*|\1|p' "$HOME/.m2/discovered-jdk-toolchains-cache.xml" 2>/dev/null); do
    if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  die "Kartela needs a JDK 25 and found none in JAVA_HOME, /usr/lib/jvm or ~/.jdks; install one, for example the package temurin-25-jdk."
}

require_build_tools() {
  command -v mvn >/dev/null ||
    die "Building Kartela needs Maven; install it, for example with: apt-get install maven"
  { command -v node && command -v npm; } >/dev/null ||
    die "Building Kartela needs Node.js 20 or newer with npm; install it, for example with: apt-get install nodejs npm"
  local node_major
  node_major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$node_major" -ge 20 ] ||
    die "Building Kartela needs Node.js 20 or newer and found $(node --version); install a newer one."
  local owner="$top/target"
  [ -e "$owner" ] || owner="$top"
  [ -w "$owner" ] ||
    die "The folder $owner belongs to the user $(stat -c %U "$owner") and has to be built anew; build as that user or make it yours with: chown -R $(id -un) $top"
}

# The sources that the running program is made of; tests do not count.
newer_source() {
  find "$top/pom.xml" "$top"/*/pom.xml "$top"/*/src/main "$top"/cabinet-ui \
    \( -name node_modules -o -name target -o -name dist -o -name test-results -o -name playwright-report -o -name e2e \) -prune -o \
    -newer "$1" \( -type f -o -type d -path '*/src/*' \) -print -quit 2>/dev/null
}

up_to_date() { [ -f "$app/stamp" ] && [ -z "$(newer_source "$app/stamp")" ]; }

# Turns Maven's talk into a line per step; everything is in the log.
progress() {
  awk -v log_file="$1" '
    { print > log_file; fflush(log_file) }
    / Building / && /\[[0-9]+\/[0-9]+\]/ {
      sub(/^\[INFO\] Building /, ""); sub(/ 1\.0\.0-SNAPSHOT */, " "); printf "  %s\n", $0; fflush(); next }
    /^front end: / { printf "    %s\n", $0; fflush() }
    /^Downloaded from / { if (++loaded % 50 == 0) { printf "    %d files fetched\n", loaded; fflush() } next }
    # A tool that Maven started speaks before Maven does, and without a mark.
    !/^(\[|Download|Progress)/ && !told { before[lines++ % 15] = $0 }
    /^\[ERROR\] ./ && !told && !seen[$0]++ {
      if (!failed++) for (i = lines > 15 ? lines - 15 : 0; i < lines; i++) print "  " before[i % 15]
      print; fflush() }
    /-> \[Help 1\]/ { told = 1 }'
}

# Copies the jars aside, so that building again never pulls files from under a running service, and swaps them in at once.
install_app() {
  local stamp="$1" own new="$app.new" jar
  own="$(ls -t "$top"/wallet-service/target/kartela-wallet-service-*.jar | grep -v -e '-tests\.jar$' -e '-sources\.jar$' | head -1)"
  rm -rf "$new"
  mkdir -p "$new/lib"
  : > "$new/classpath"
  printf '%s\n' "$own" | cat - <(tr ':' '\n' < "$top/wallet-service/target/classpath") | while read -r jar; do
    [ -n "$jar" ] || continue
    [ -f "$jar" ] || die "The build left no $jar; see $top/target/build.log"
    cp "$jar" "$new/lib/"
    printf 'lib/%s\n' "${jar##*/}" >> "$new/classpath"
  done
  touch -d "@$stamp" "$new/stamp"
  rm -rf "$app.old"
  [ ! -e "$app" ] || mv "$app" "$app.old"
  mv "$new" "$app"
  rm -rf "$app.old"
}

# Maven leaves in target/classes what was deleted from the sources; a folder newer than the last build tells of it.
drop_stale_classes() {
  [ -f "$app/stamp" ] || return 0
  local module
  for module in "$top"/*/src/main; do
    if [ -n "$(find "$module" -type d -newer "$app/stamp" -print -quit)" ]; then
      rm -rf "${module%/src/main}/target/classes"
    fi
  done
}

# Builds the program without running tests.
build_app() {
  require_build_tools
  local jdk stamp log="$top/target/build.log"
  jdk="$(find_jdk)"
  stamp="$(date +%s.%N)"
  mkdir -p "$top/target"
  drop_stale_classes
  say "Building Kartela (the first time fetches libraries; full log: target/build.log)"
  if ! (cd "$top" && JAVA25_HOME="$jdk" mvn -B -T 1C -DskipTests package dependency:build-classpath \
      -Dmdep.outputFile=target/classpath -DincludeScope=runtime 2>&1) | progress "$log" >&2; then
    die "The build failed; see $log"
  fi
  install_app "$stamp"
  say "Built in $(awk -v start="$stamp" -v end="$(date +%s.%N)" 'BEGIN { printf "%.0f", end - start }') s."
}

# One build at a time per checkout; whoever waited finds the work done.
ensure_app() {
  up_to_date && return
  mkdir -p "$top/target" 2>/dev/null || true
  require_build_tools
  (
    flock 9
    up_to_date || build_app
  ) 9> "$top/target/build.lock"
}

java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+ExitOnOutOfMemoryError)
# A pass is 70 KB of fresh memory: with large pages building one takes a tenth less of the processor. The JVM complains where the
# kernel has none.
if grep -qsE '\[(madvise|always)\]' /sys/kernel/mm/transparent_hugepage/enabled; then
  java_options+=(-XX:+UseTransparentHugePages)
fi

# Halves the time to start: a rehearsal on an empty data folder records the classes it needs, read and checked, for later starts to
# map. The rehearsal gets nothing of the caller's environment, which may name a real database. Without an archive all works, slower.
ensure_archive() {
  local jdk="$1" archive="$app/classes.jsa"
  if [ -e "$archive" ] || [ ! -w "$app" ]; then
    return 0
  fi
  say "Preparing for a fast start, once"
  (
    flock 9
    [ ! -e "$archive" ] || exit 0
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    cd "$work"
    env -i PATH="$PATH" HOME="$HOME" "$jdk/bin/java" "${java_options[@]}" "-XX:ArchiveClassesAtExit=$archive.new" -Xlog:cds=off \
      -Xlog:cds+dynamic=off -cp "$(app_classpath)" io.kartela.service.App --port 0 --data "$work/data" > "$work/log" 2>&1 &
    pid=$!
    ready=
    for _ in $(seq 600); do
      kill -0 "$pid" 2>/dev/null || break
      if grep -qs 'http://127\.0\.0\.1' "$work/log"; then
        ready=1
        break
      fi
      sleep 0.2
    done
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" || true
    if [ -n "$ready" ] && [ -s "$archive.new" ]; then
      mv "$archive.new" "$archive"
    else
      cp "$work/log" "$top/target/rehearsal.log"
      say "The rehearsal failed (see target/rehearsal.log); starts will take longer."
      : > "$archive" # an empty one: do not try at every start
    fi
  ) 9> "$top/target/build.lock"
}

# Prints the class path with absolute paths.
app_classpath() { sed "s|^|$app/|" "$app/classpath" | paste -sd:; }
