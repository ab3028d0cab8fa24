"""Write the sample files, each named after its feature or fault.

python -m tests.samples.comparative_table.make_samples
"""

from pathlib import Path

from tests.samples.comparative_table.faulty import FAULTY
from tests.samples.comparative_table.good import GOOD
from tests.samples.comparative_table.tracked import TRACKED

HERE = Path(__file__).parent
SAMPLES = GOOD | TRACKED | FAULTY


def write_samples(folder: Path = HERE) -> None:
    for name, data in SAMPLES.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    write_samples()
