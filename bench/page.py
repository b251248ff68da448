"""How large is the page of a briefing, and how soon can it be read and used?

    twosource brief PILE.jsonl --html pile.html
    python -m bench.page pile.html... [--record]

Bytes, elements, and the seconds from the address to the page: until it can be read and its links work (`readable`, the
browser's domInteractive) and until the script has set up map and search as well (`ready`, the end of the load event); the median
of five loads in Chromium, on a desk and on a phone whose processor is slowed to a quarter. `processor` is the processor time of
the page's process, which other work on the machine does not lengthen. `--record` writes the figures to
`bench/runs/<date>-<commit>-page.json`.

Needs Chromium (Debian: apt install chromium).
"""

import argparse
import datetime
import json
import pathlib
import shutil
import statistics
import sys

from playwright.sync_api import Browser, sync_playwright

from bench.answers import BenchError
from bench.gate_runs import RUNS, commit, write_json

DEVICES = {"desk": (1280, 900, 1.0), "phone": (390, 844, 4.0)}
"""Width and height of the window, and how many times slower the processor is made."""
LOADS = 5
TIMES = "(({domInteractive, loadEventEnd}) => [domInteractive, loadEventEnd])(performance.getEntriesByType('navigation')[0])"


def load(browser: Browser, page_file: pathlib.Path, device: str) -> dict[str, float]:
    """One load of a page: seconds until it is readable and ready, and processor seconds."""
    wide, high, slower = DEVICES[device]
    page = browser.new_page(viewport={"width": wide, "height": high})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(page_file.resolve().as_uri(), wait_until="load")
    page.locator("#events-title").wait_for()
    readable, ready = page.evaluate(TIMES)
    processor = next(m["value"] for m in session.send("Performance.getMetrics")["metrics"] if m["name"] == "ProcessTime")
    page.close()
    return {"readable": readable / 1000, "ready": ready / 1000, "processor": processor}


def measure(browser: Browser, page_file: pathlib.Path) -> dict[str, object]:
    """A page's size, and the medians of its loads by device."""
    page = browser.new_page()
    page.goto(page_file.resolve().as_uri())
    counts = {
        "articles": page.locator("details.page").count(),
        "events": page.locator(".events tbody tr").count(),
        "elements": page.locator("*").count(),
    }
    page.close()
    times = {}
    for device in DEVICES:
        loads = [load(browser, page_file, device) for _ in range(LOADS)]
        times[device] = {name: round(statistics.median(x[name] for x in loads), 3) for name in loads[0]}
    return {"page": page_file.name, "bytes": page_file.stat().st_size, **counts, **times}


def main() -> int:
    """Measures the pages named and prints a line of JSON for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise BenchError("no chromium here (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        found = [measure(browser, page) for page in given.pages]
        browser.close()
    for line in found:
        print(json.dumps(line))
    if given.record:
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        write_json(RUNS / f"{today}-{commit()}-page.json", {"pages": found})
    return 0


if __name__ == "__main__":
    sys.exit(main())
