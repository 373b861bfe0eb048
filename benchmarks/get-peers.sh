#!/usr/bin/env bash
# Gets the libraries that TileKit is measured against into benchmarks/peers: ONNX Runtime from npm, oneDNN and OpenBLAS from Debian.
# Needs npm, apt-get and dpkg on x64 Linux, and no rights: nothing is installed. What is there already is left alone. Exit code 1 where
# one cannot be had; the benchmarks then report it as missing.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p peers
cd peers

onnxruntime=1.30.0
failed=0

report() { # name, what came of it
    printf '%-14s %s\n' "$1" "$2"
}

# Takes the last line of what a failed command said, and goes on to the next library.
fail() { # name, log
    report "$1" "not available: $(grep -v '^[[:space:]]*$' "$2" | tail -n 1)"
    failed=1
}

get_onnxruntime() {
    local log=$1
    if [ ! -e libonnxruntime.so.1 ]; then
        # the package is a tarball of all platforms: only the library of this one is kept
        npm pack --silent "onnxruntime-node@$onnxruntime" >"$log" 2>&1 || return 1
        tar -xzf "onnxruntime-node-$onnxruntime.tgz" --strip-components=5 package/bin/napi-v6/linux/x64/libonnxruntime.so.1 >>"$log" 2>&1 || return 1
        rm -f "onnxruntime-node-$onnxruntime.tgz"
        echo "$onnxruntime" >onnxruntime.version
    fi
}

# A Debian package, of which only the libraries in its library folder (or in one below) are kept.
get_debian() { # log, package, its library, version file
    local log=$1 package=$2 library=$3 version=$4 folder archive
    [ -e "$library" ] && return 0
    folder=$(mktemp -d) || return 1
    # a user other than root must be able to write where apt, as a user of its own, downloads to
    chmod 755 "$folder"
    (cd "$folder" && apt-get download "$package") >"$log" 2>&1 || {
        rm -rf "$folder"
        echo "no package $package could be downloaded; if the package lists are missing, run 'apt-get update' first ($(tail -n 1 "$log"))" >>"$log"
        return 1
    }
    archive=$(ls "$folder"/*.deb)
    dpkg -x "$archive" "$folder/x" >>"$log" 2>&1 || { rm -rf "$folder"; return 1; }
    cp -L "$(find "$folder/x/usr/lib" -name "$library" | head -n 1)" "$library" >>"$log" 2>&1 || { rm -rf "$folder"; return 1; }
    [ -n "$version" ] && dpkg-deb -f "$archive" Version >"$version"
    rm -rf "$folder"
}

get_onednn() {
    get_debian "$1" libgomp1 libgomp.so.1 "" \
        && get_debian "$1" ocl-icd-libopencl1 libOpenCL.so.1 "" \
        && get_debian "$1" libdnnl2 libdnnl.so.2 onednn.version
}

get_openblas() {
    get_debian "$1" libquadmath0 libquadmath.so.0 "" \
        && get_debian "$1" libgfortran5 libgfortran.so.5 "" \
        && get_debian "$1" libopenblas0-pthread libopenblas.so.0 openblas.version
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "The peers are libraries for x64 Linux, this is $(uname -sm)." >&2
    exit 1
fi

for peer in onnxruntime onednn openblas; do
    if "get_$peer" "$log"; then
        report "$peer" "$(cat "$peer.version")"
    else
        fail "$peer" "$log"
    fi
done

exit $failed
