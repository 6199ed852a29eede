"""A folder for results: made with those above, and not left empty by a run that failed."""

import pytest

from redline_plugin.core.atomic import made_folder
from redline_plugin.core.demo.county import make_county
from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet


class Impatient(Quiet):
    def cancelled(self):
        return True


def fail_after(path):
    path.write_text("x")
    raise ValueError("bad")


def test_a_folder_is_made_and_stays(tmp_path):
    with made_folder(tmp_path / "a" / "b") as folder:
        (folder / "x").write_text("x")
    assert (tmp_path / "a" / "b" / "x").is_file()
    with made_folder(tmp_path / "c"):
        pass
    assert (tmp_path / "c").is_dir()


def test_a_failure_takes_back_what_was_made_and_is_empty(tmp_path):
    (tmp_path / "old").mkdir()
    with pytest.raises(ValueError, match="bad"), made_folder(tmp_path / "old" / "b" / "c"):
        raise ValueError("bad")
    assert list((tmp_path / "old").iterdir()) == []
    with pytest.raises(ValueError, match="bad"), made_folder(tmp_path / "old"):
        raise ValueError("bad")
    assert (tmp_path / "old").is_dir()
    with pytest.raises(ValueError, match="bad"), made_folder(tmp_path / "new" / "in") as folder:
        fail_after(folder.parent / "of another")
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["of another"]


def test_what_stands_against_it_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "in"):
        with pytest.raises(OutputError, match="cannot be made"), made_folder(place):
            pass
    assert (tmp_path / "file").read_text() == "x"


def test_a_cancelled_demo_county_leaves_nothing(tmp_path):
    with pytest.raises(CancelledError):
        make_county(tmp_path / "no" / "county", 1, 120, Impatient())
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "mine").write_text("kept")
    with pytest.raises(CancelledError):
        make_county(tmp_path, 1, 120, Impatient())
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine"]
    with pytest.raises(InputError):
        make_county(tmp_path / "no", 1, 7)
    assert not (tmp_path / "no").exists()
