"""People as counted in, the group a claim shows out; "our side" and losses owned up to get the speaker's country."""

from dataclasses import replace

from twosource.extract.people.group import country_in
from twosource.extract.people.mention import SUBGROUP, Mention
from twosource.extract.reader import Reader
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Span

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
    near = [mention.trigger, *tree.children(mention.trigger)]
    spoken = {tree.tokens[i].lemma for node in near for i in (node, *tree.children(node))}
    by_law = mention.measure == "captured" and bool(spoken & words("en/casualty", "arrests"))
    return replace(group, role=None) if by_law and group.role == "victim" else group


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
