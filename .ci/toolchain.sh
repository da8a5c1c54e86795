# Sourced, not run. Decides which compiler makes the wasm and sets the environment for it.
#
# Two roads lead to wasm32-unknown-unknown:
#   rustup   its standard library comes from rustup, or lies with the compiler already
#   debian   Debian's compiler builds the standard library from source (rust-web-src), where
#            rustup can fetch nothing
# MOTCUA_WASM=rustup or MOTCUA_WASM=debian forces one.

readonly WASM_TARGET=wasm32-unknown-unknown
readonly DEBIAN_RUST=(rustc-web cargo-web rust-web-src rust-web-clippy lld-22)

# What this project installs for itself comes first on the PATH.
export PATH="$PWD/target/tools/bin:$PWD/target/tools/node_modules/.bin:$PATH"

has_rustup_target() {
  local sysroot
  sysroot=$(rustc --print sysroot 2>/dev/null) && [ -d "$sysroot/lib/rustlib/$WASM_TARGET/lib" ]
}

has_debian_target() {
  [ -x /usr/bin/cargo ] && [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/wasm-ld-22 ] &&
    [ -d /usr/lib/rustlib/src ]
}

# Whether the compiler of the road taken can build the standard library itself.
has_std_source() {
  case $(wasm_road) in
    rustup) [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] ;;
    debian) true ;;
    *) false ;;
  esac
}

# Prints the road to take, or nothing when none is open yet.
wasm_road() {
  if [ -n "${MOTCUA_WASM:-}" ]; then
    echo "$MOTCUA_WASM"
  elif has_rustup_target; then
    echo rustup
  elif has_debian_target; then
    echo debian
  fi
}

# Runs a command with the environment of the wasm compiler. Each road has its own target folder:
# two compilers in one would rebuild everything at each change.
with_wasm() {
  local road
  road=$(wasm_road)
  export CARGO_TARGET_DIR="target/wasm-$road"
  case $road in
    rustup) "$@" ;;
    debian)
      PATH="$PWD/target/tools/bin:$PWD/target/tools/node_modules/.bin:/usr/bin:$PATH" \
        RUSTC=/usr/bin/rustc \
        RUSTC_BOOTSTRAP=1 \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 \
        CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
        CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
        "$@"
      ;;
    *)
      echo "No compiler for $WASM_TARGET: run \`make setup\`." >&2
      return 1
      ;;
  esac
}
