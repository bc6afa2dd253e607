"""What all tests share: where the fixtures stand, and what a skipped test means.

A test that needs a program or a folder that may be missing skips with a reason. With ``MINUTEBOOK_NO_SKIPS=1`` a skip
counts as a failure, so that the suite cannot quietly shrink where everything should be there; but for the tests of
documents kept beside the checkout, which cannot be fetched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NO_SKIPS = os.environ.get("MINUTEBOOK_NO_SKIPS", "") not in ("", "0")
MAY_SKIP = "../shared"  # a reason that names the folder beside the checkout is always good


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the indexes of records that tests make out of the user's cache."""
    os.environ["MINUTES_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of fictional minutes."""
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def shared_corpus() -> Path:
    """The folder of real minutes with hand-made truth, beside the checkout."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("../shared/corpus is not there")
    return SHARED / "corpus"


@pytest.fixture(scope="session")
def shared_scorer() -> Path:
    """The script that scores records against the truths beside the checkout."""
    if not (SHARED / "score.py").is_file():
        pytest.skip("../shared/score.py is not there")
    return SHARED / "score.py"


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        pytest.skip("LibreOffice is not installed: apt install libreoffice-writer-nogui")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where nothing may be missing."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if MAY_SKIP not in reason:
            report.outcome = "failed"
            report.longrepr = f"Nothing may be skipped here (MINUTEBOOK_NO_SKIPS), but this was: {reason}"
    return report
