"""Figures that the memo does not state but its figures give, by the computation that the question asks for.

Every figure that goes in is cited and stands in the working. Nothing is computed from figures that are not of the same
thing; where nothing can be computed the question is left to a sentence that states the very result.
"""

from collections.abc import Callable, Mapping

from answer.questions.figures.averages import mean_answer
from answer.questions.figures.before_after import two_figures_answer
from answer.questions.figures.parts_of_wholes import out_of_answer, percent_of_count_answer
from answer.questions.figures.project_sums import project_sum_answer
from answer.questions.figures.related_figures import related_answer
from answer.questions.figures.run_figures import run_answer
from answer.questions.figures.spent_share import remaining_answer, spent_share_answer
from answer.questions.figures.status_shares import status_share_answer
from answer.questions.figures.targets import target_answer
from answer.questions.figures.thresholds import threshold_answer
from answer.questions.figures.times_between import after_memo_answer, elapsed_answer, order_answer, shift_answer
from answer.questions.reading.operations import Operation
from answer.questions.reply import Case
from records.answer import Answer

_ANSWERERS: Mapping[Operation | None, tuple[Callable[[Case], Answer | None], ...]] = {
    "left": (status_share_answer, related_answer, out_of_answer, percent_of_count_answer),
    "share": (spent_share_answer, out_of_answer, status_share_answer, related_answer),
    "total": (run_answer, project_sum_answer, related_answer),
    "series": (run_answer,),
    "difference": (run_answer, related_answer, target_answer, two_figures_answer),
    "percent_change": (run_answer, two_figures_answer),
    "average": (run_answer, mean_answer, project_sum_answer),
    "ratio": (mean_answer, two_figures_answer),
    "elapsed": (elapsed_answer,),
    "shift": (shift_answer,),
    "order": (order_answer,),
    "after_memo": (after_memo_answer,),
    "target": (target_answer, related_answer),
    "threshold": (threshold_answer,),
    None: (status_share_answer, related_answer, percent_of_count_answer),
}


def computed_answer(case: Case) -> Answer | None:
    """ "How many depots still lack chargers?" of "Six of nine depots have chargers" is 3 (9 - 6)."""
    answers = (answer_of(case) for answer_of in _ANSWERERS.get(case.asked.operation, ()))
    return next((answer for answer in answers if answer is not None), None)


def sum_answer(case: Case) -> Answer | None:
    """A sum or mean over several projects, or what is left of one's budget: a look-up would take these for a field."""
    if (left := remaining_answer(case)) is not None:
        return left
    return project_sum_answer(case) if case.asked.operation in ("total", "average") else None
