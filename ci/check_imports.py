#!/usr/bin/env python3
"""Holds src/ to src/LAYERS: a folder includes only folders above it, and each third-party header
has one owner. And no two headers define a type of one name: to the linker they would be one."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent / "src"
layers, owner = [], {}
for line in (root / "LAYERS").read_text().splitlines():
    if line and not line.startswith("#"):
        name, _, headers = line.partition(":")
        layers.append(name)
        owner.update({header: name for header in headers.split()})

problems = []
types = {}  # (namespace, name, whether it is a template) to the header that defines it
for folder in sorted(p.name for p in root.iterdir() if p.is_dir()):
    if folder not in layers:
        problems.append(f"src/{folder} is not in src/LAYERS")
for path in sorted(root.glob("*/**/*")):
    if path.suffix not in (".h", ".cc"):
        continue
    folder = path.relative_to(root).parts[0]
    namespace = before = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("namespace "):
            namespace = line
        defined = re.match(r"(?:struct|class|enum class) (\w+)[^;]*\{", line)
        if defined and path.suffix == ".h":
            key = (namespace, defined.group(1), before.startswith("template"))
            if types.setdefault(key, path) != path:
                problems.append(f"{path.relative_to(root.parent)}:{number}: {types[key].relative_to(root.parent)} "
                                f"defines a type {key[1]}, too")
        before = line
        include = re.match(r'\s*#include\s*(["<])([^">]+)[">]', line)
        if not include:
            continue
        quote, header = include.groups()
        first = header.split("/")[0]
        where = f"{path.relative_to(root.parent)}:{number}"
        if quote == '"' and first in layers:
            if layers.index(first) > layers.index(folder):
                problems.append(f"{where}: {folder} includes {header}, which stands to its right in LAYERS")
        elif first in owner and owner[first] != folder:
            problems.append(f"{where}: <{header}> belongs to src/{owner[first]} alone")
print("\n".join(problems), end="\n" if problems else "", file=sys.stderr)
sys.exit(1 if problems else 0)
