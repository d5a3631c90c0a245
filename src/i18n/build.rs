//! Makes an array of the names in `keys.txt`. Of the texts it knows nothing, so that one may change and nothing here, nor
//! above, is compiled anew.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=keys.txt");
    // Asked when running: two checkouts may share one compiled build script.
    let root = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let path = Path::new(&root).join("keys.txt");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let names: Vec<&str> = text.lines().collect();
    // They are searched by halves.
    if let Some(pair) = names.windows(2).find(|pair| pair[0] >= pair[1]) {
        panic!(
            "src/i18n/keys.txt: {} does not come before {}; write it anew by `make keys`",
            pair[0], pair[1]
        );
    }
    let code = format!(
        "/// How many texts there are.\npub const COUNT: usize = {};\n\
         pub(crate) static KEYS: [&str; COUNT] = {names:?};\n",
        names.len()
    );
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("keys.rs"), code).expect("the build folder is writable");
}
