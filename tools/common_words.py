"""Count the pairs of characters of a collection: src/jiedu/comparison/data/common.txt.

usage: python tools/common_words.py releases.jsonl > src/jiedu/comparison/data/common.txt
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from jiedu.lexicon import normalise
from jiedu.segments import segment

_HAN = re.compile("[一-鿿]+")
_RAREST = 11  # bits: pairs that stand in fewer than one of 2,048 sentences are all rare


def main(path: Path) -> None:
    """Print how rare each common pair is: the whole bits of its share of the sentences."""
    seen: Counter[str] = Counter()
    sentences = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = normalise(json.loads(line)["text"])
            for span in segment(text).sentences:
                runs = _HAN.findall(span.of(text))
                seen.update({run[at : at + 2] for run in runs for at in range(len(run) - 1)})
                sentences += 1
    rows: dict[int, list[str]] = defaultdict(list)
    for pair, count in seen.items():
        bits = math.floor(math.log2(sentences / count))
        if bits < _RAREST:
            rows[bits].append(pair)
    for bits in sorted(rows):
        print(bits, *sorted(rows[bits]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
