"""From a question, or two memos, to an answer with citations, a comparison, a history, findings.

This room reads only. Facts come from records, figures are computed from cited cells, anything else is quoted, or the
answer is that the memos do not say.
"""
