"""The system's errors in our own words."""

import errno
import os

import pytest

from redline_plugin.core.atomic import output_problem
from redline_plugin.core.errors import Problem, os_reason
from redline_plugin.core.text import joined, msg


def test_usual_errors_have_our_own_words(tmp_path):
    for place, words in (
        (tmp_path / "none.csv", "there is no such file or folder"),
        (tmp_path, "it is a folder, not a file"),
    ):
        with pytest.raises((FileNotFoundError, IsADirectoryError)) as caught:
            place.read_bytes()
        assert str(os_reason(caught.value)) == words


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.ENAMETOOLONG]
)
def test_no_word_of_the_system_is_left(number):
    error = OSError(number, os.strerror(number))
    reason = os_reason(error)
    assert str(reason) != os.strerror(number)
    # It is a sentence of its own, so that it can be translated.
    assert reason.render(lambda _: "拒绝") == "拒绝"


def test_an_unusual_error_keeps_its_text():
    assert str(os_reason(OSError(errno.EDOM, "odd {thing}"))) == "odd {thing}"
    assert str(os_reason(OSError("plain"))) == "plain"


def test_a_file_that_another_program_has_open_on_windows():
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32
    assert str(os_reason(error)) == "another program uses it"


def test_a_place_may_be_translated(tmp_path):
    words = {"Rain": "雨", "Wrong.": "错。"}
    problem = Problem(msg("Wrong."), msg("Rain"))
    assert problem.render(lambda text: words.get(text, text)) == "雨: 错。"
    assert problem.render() == "Rain: Wrong."
    both = joined([msg("Rain"), msg("Wrong.")])
    assert both.render(lambda text: words.get(text, text)) == "雨, 错。"
    assert (
        "permission is denied"
        in output_problem(PermissionError(errno.EACCES, "x"), tmp_path).render()
    )
