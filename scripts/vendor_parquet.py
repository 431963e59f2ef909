"""Bring the Parquet writer into the page: dashboard/static/vendor/parquet.js, from npm's packages.

    python -m scripts.vendor_parquet

hyparquet-writer and what it needs of hyparquet, as one ES module. Needs npm, which fetches the
packages and esbuild; each package must have the sha512 written here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.npm_package import archive

FOLDER = Path(__file__).resolve().parent.parent / "dashboard" / "static" / "vendor"
#: Name to version and the sha512 of the archive, as npm writes it.
PACKAGES = {
    "hyparquet-writer": (
        "0.17.0",
        "GZ4QeopztjSli/Sz1dSOP/TrSKtwG2ydP2yuPMxeiZnho+PCXF7x+wx8OIVtpQn8rcv559IH1EJMHnTbv0sn+Q==",
    ),
    "hyparquet": (
        "1.31.5",
        "KPVfaxW8xOiO2/4fjeiBfFNEXhGVw9tfcb9ha2iNZdJ3J/yBjEwIeAnTyyuhllFFTb9YO9wg0DfRAOnm6KCvBg==",
    ),
}
BUNDLER = "esbuild@0.28.2"
ENTRY = 'export { parquetWriteBuffer } from "hyparquet-writer";\n'
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--conditions=browser",
    "--legal-comments=none",
)


def main() -> int:
    """Write the module and the licences."""
    licences = []
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for package, (version, sha512) in PACKAGES.items():
            place = folder / "node_modules" / package
            archive(f"{package}@{version}", sha512).extractall(place, filter="data")
            text = (place / "package" / "LICENSE").read_text("utf-8").strip()
            licences.append(f"{package}@{version}\n\n{text}\n")
            for path in (place / "package").iterdir():
                path.rename(place / path.name)
        (folder / "entry.js").write_text(ENTRY, "utf-8")
        target = FOLDER / "parquet.js"
        command = ["npm", "exec", "--yes", f"--package={BUNDLER}", "--", "esbuild", "entry.js"]
        subprocess.run([*command, *OPTIONS, f"--outfile={target}"], cwd=folder, check=True)
    (FOLDER / "LICENSES.txt").write_text(f"\n{'-' * 80}\n\n".join(licences), "utf-8")
    print(f"{target.name}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
