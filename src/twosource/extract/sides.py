"""People as counted in, the group a claim shows out; "our side" and losses owned up to get the speaker's country."""

from dataclasses import replace

from twosource.extract.people.group import country_in
from twosource.extract.people.mention import SUBGROUP, Mention
from twosource.extract.reader import Reader
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Span

CASUALTY = "en/casualty"
OWN_LOSSES = frozenset({"death", "casualty", "fatality", "loss", "injury"})
FIRST_PERSON = frozenset({"our", "we", "us"})


def group_of(reader: Reader, mention: Mention, teller: Told | None) -> Group:
    """The people as described; a side named "ours" or losses owned up to get the country of who speaks."""
    group = _of_captives(reader.tree, mention, _plain(reader.tree, mention))
    if group.nationality is not None or teller is None:
        return group
    if is_our_side(reader.tree, mention):
        side = _side(reader, teller)
        return replace(group, nationality=side, text=side_span(reader.tree, mention).of(reader.tree.text))
    owns = reader.tree.tokens[mention.trigger].lemma in OWN_LOSSES and mention.pattern == "counted noun"
    if owns and group.status is None and (told_by := teller.statement.speaker) and told_by.kind == "government":
        return replace(group, nationality=teller.country)
    return group


def _of_captives(tree: Tree, mention: Mention, group: Group) -> Group:
    """Who is taken by the law is no victim, and nobody has judged yet whether he did it; who is kidnapped is one."""
    by_law = mention.measure == "captured" and group.role == "victim" and _is_by_law(tree, mention.trigger)
    return replace(group, role=None) if by_law else group


def _is_by_law(tree: Tree, trigger: int) -> bool:
    """Tell whether the law takes people, told by its word, by who takes them, or by a report of no kidnapping."""
    near = [trigger, *tree.children(trigger)]
    spoken = {tree.tokens[i].lemma for node in near for i in (node, *tree.children(node))}
    if spoken & words(CASUALTY, "arrests"):
        return True
    agents = [i for agent in tree.children(trigger, "agent") for i in tree.children(agent, "pobj")]
    takers = agents or [i for i in tree.children(trigger, "nsubj") if not tree.children(trigger, "auxpass")]
    if any(_is_of_law(tree, i) for i in takers):
        return True
    is_open = tree.tokens[trigger].lemma in words(CASUALTY, "arrests", "open")
    return is_open and not takers and words(CASUALTY, "arrests", "against_law").isdisjoint(tree.lower)


def _is_of_law(tree: Tree, index: int) -> bool:
    near = [index, *tree.children(index, "compound", "nmod", "amod")]
    law = words("en/people", "police") | words(CASUALTY, "arrests", "law")
    return any(tree.lower[i] in law for i in near)


def _plain(tree: Tree, mention: Mention) -> Group:
    """Several "men" are people, unless women or children are told of beside them or they are part of a count."""
    group, sentence = mention.people.group, tree.sentence(mention.people.head)
    if group.status != "men" or mention.people.low == 1 or mention.pattern == SUBGROUP:
        return group
    others = words("en/people", "women") | words("en/people", "children")
    contrast = any(tree.tokens[i].text.lower() in others for i in range(sentence.first, sentence.last))
    return group if contrast else replace(group, status=None)


def is_our_side(tree: Tree, mention: Mention) -> bool:
    """Tell whether the speaker's own people fell: "No death on our side"; "our martyrs", "our house" name no side."""
    spoken = [i for i in tree.subtree(mention.trigger) if tree.tokens[i].text.lower() in FIRST_PERSON]
    nobody = words("en/headcount", "never_sides")
    return any(tree.tokens[tree.tokens[i].head].lemma not in nobody for i in spoken)


def side_span(tree: Tree, mention: Mention) -> Span:
    """Return the words that tell of them."""
    return tree.span_over(tree.subtree(mention.trigger))


def _side(reader: Reader, teller: Told) -> str | None:
    """The speaker's country: the one told beside the name, else that of who acted in the happening spoken of."""
    tree = reader.tree
    name = teller.statement.speaker.name if teller.statement.speaker else None
    for index in range(len(tree.tokens)):
        mention = tree.name(index)
        if mention is not None and mention.canonical == name and (country := country_in(tree, index)) is not None:
            return country
    actor = reader.setting(teller.cue if teller.cue is not None else min(teller.content)).actor
    return country_in(tree, actor) if actor is not None else None
