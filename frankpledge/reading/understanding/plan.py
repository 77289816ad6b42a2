"""From the blocks of a document to its plan file: the walk from the first block to the last."""

from typing import Any

from frankpledge.reading.blocks import Document, Grid, Heading, Paragraph
from frankpledge.reading.understanding import bullets, headed, opening, unstyled
from frankpledge.reading.understanding.accounts import lost
from frankpledge.reading.understanding.actions import (
    action_of,
    activities,
    activities_only,
    resolve_as_above,
    says_something,
)
from frankpledge.reading.understanding.colours import legend_in
from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.understanding.figures import check_prose
from frankpledge.reading.understanding.furniture import running_heads
from frankpledge.reading.understanding.meaning import add_meaning
from frankpledge.reading.understanding.prose import priorities_in_prose
from frankpledge.reading.understanding.tables import Tables
from frankpledge.reading.understanding.variants import joined
from frankpledge.reading.words import words

PlanFile = dict[str, Any]


def plan_of(document: Document) -> PlanFile:
    document = document if document.loose else unstyled.headed(document)
    tables = Tables(loose=document.loose)
    tables.foresee(document.blocks)
    opened = opening.of(document)
    heads = running_heads(document.blocks) if document.loose else set()
    for number, block in enumerate(document.blocks):
        if number in opened.taken:
            continue
        if number in heads:
            tables.running_head(block)
        elif isinstance(block, Grid):
            tables.grid(block)
        elif isinstance(block, Heading):
            tables.heading(block)
        else:
            _paragraph(tables, block, number, document)
    return _assembled(document, tables, opened)


def _paragraph(tables: Tables, block: Paragraph, number: int, document: Document) -> None:
    if block.struck:
        tables.findings.append(
            {"code": "struck", "message": f"Struck through in the document: {block.text[:200]}"}
        )
    # Under a heading that is a promise, "Lead: ..." is the promise's own.
    if not tables.any_promises and headed.labels_under(document.blocks, number):
        tables.outline.text(block.text, item=block.item)
    else:
        tables.paragraph(block)


def _assembled(document: Document, tables: Tables, opened: opening.Opening) -> PlanFile:
    tables.finish()
    actions = _actions(tables)
    unplaced = [*tables.unplaced, *tables.priorities.torn]
    if not actions:
        actions = bullets.actions_in(tables.outline, tables.priorities)
    if not actions:
        actions = headed.actions_in(tables.outline, tables.priorities)
    plan: PlanFile = {
        "title": opened.title,
        "partnership": opened.partnership,
        "period": opened.period,
        "priorities": tables.priorities.found,
        "actions": actions,
        "figures": tables.figures,
        "passages": tables.outline.passages(),
        "furniture": [*document.furniture, *tables.priorities.furniture, *tables.furniture],
        "unplaced": [text for text in unplaced if words(text)],
        "findings": [*document.findings, *tables.findings],
    }
    if opened.derived:
        plan["derived_partnership"] = True
    legend = tables.legend | legend_in(plan["passages"])
    if legend:
        plan["legend"] = legend
    if document.deleted:
        plan["deleted"] = document.deleted
    if not plan["priorities"] and not actions:
        priorities_in_prose(plan)
    _check(plan, tables)
    add_meaning(plan)
    _nothing_lost(document, plan)
    return plan


def _actions(tables: Tables) -> list[dict[str, Any]]:
    pairs: list[tuple[dict[str, Any], Entry]] = []
    for entry in tables.joiner.entries:
        if activities_only(entry):
            pairs += [(each, entry) for each in activities(entry)]
            continue
        action, left = action_of(entry)
        tables.unplaced += left
        for mark in left:
            message = f"{action['ref'] or 'An action'}: the mark '{mark}' belongs to no outcome."
            tables.findings.append({"code": "mark-left-over", "message": message})
        if says_something(action) or action["ref"]:
            pairs.append((action, entry))
        else:
            tables.unplaced += list(entry.cells().values())
    resolve_as_above([action for action, _ in pairs])
    return joined(pairs)


def _check(plan: PlanFile, tables: Tables) -> None:
    """The prose within a few passages of a table is what speaks of it."""
    where = tables.figure_places
    for made, section in zip(tables.figures, where, strict=True):
        near = [
            {"heading": None, "text": text}
            for at in range(max(0, section - 3), min(len(tables.outline.sections), section + 3))
            for text in tables.outline.sections[at].texts
        ]
        check_prose(made, near)


def _nothing_lost(document: Document, plan: PlanFile) -> None:
    """What the walk did not place is said in the order of the source, so that no word is lost."""
    missing = lost(document, plan)
    if not missing:
        return
    for text in _source_texts(document):
        own = []
        for word in words(text):
            if missing[word] > 0:
                own.append(word)
                missing[word] -= 1
        if own:
            plan["unplaced"].append(" ".join(own))


def _source_texts(document: Document) -> list[str]:
    texts: list[str] = [*document.furniture, *document.deleted]
    for block in document.blocks:
        if isinstance(block, Grid):
            texts += [cell.own for row in block.rows for cell in row.cells]
        else:
            texts.append(block.text)
    return texts
