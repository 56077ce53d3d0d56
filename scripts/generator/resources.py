"""The resources of the client: what `x-method` makes of the operations."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .answers import ANSWER_METHODS, AnswerMethod, params_classes
from .declarations import (
    Declaration,
    declared_parameters,
    listed_parameters,
    method_docstring,
    signature,
    typed_dict,
)
from .kinds import COROUTINE, PLAIN, VIEWS
from .methods import ResourceMethod, class_name
from .schemas import optional
from .sync import convert

if TYPE_CHECKING:
    from .facts import Facts, OperationFacts

__all__ = ["Resource", "Resources"]

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class MixinMethod:
    """A handwritten method that takes what an operation takes, and more."""

    name: str
    declaration: Declaration
    returns: dict[str, str]
    """The return type by the prefix of the class."""
    imports: list[str]
    """The statements that import the names of its own types, for type checkers."""


@dataclass
class Resource:
    """A class of methods and of other resources."""

    name: str
    """Its property on the client or on its parent."""
    class_name: str
    doc: str
    methods: list[ResourceMethod] = field(default_factory=list[ResourceMethod])
    children: dict[str, Resource] = field(default_factory=dict["str", "Resource"])
    job: OperationFacts | None = None
    """The operation that returns a job, for which the class can wait."""
    mixin: str = ""
    mixin_methods: list[MixinMethod] = field(default_factory=list[MixinMethod])
    answer_methods: dict[str, list[AnswerMethod]] = field(
        default_factory=dict["str", "list[AnswerMethod]"]
    )
    """`parse`, `stream` and `run_tools`, by the prefix of the class."""
    answer_params: list[tuple[str, str, list[str]]] = field(
        default_factory=list["tuple[str, str, list[str]]"]
    )
    declarations: list[Declaration] = field(default_factory=list[Declaration])
    """What the answer methods take."""
    imports: list[str] = field(default_factory=list["str"])
    """The statements that import what mixin and answer methods return, for type checkers."""

    def all(self) -> Iterator[Resource]:
        """Yield the resources below this one, and then itself."""
        for child in self.children.values():
            yield from child.all()
        yield self


class Resources:
    """Makes the resources of a spec.

    Args:
        options: The `TypedDict` of the options that every method has, as its module is written.
        settings: That of the settings of a client.
        package: The folder of the wrapper, where mixins are looked for.
    """

    def __init__(self, options: ast.ClassDef, settings: ast.ClassDef, package: Path) -> None:
        self._package = package
        self._option_types, self._option_entries = typed_dict(options)
        self._settings = settings

    def client_settings(self) -> Declaration:
        """Return the declaration of the constructor of a client."""
        types, entries = typed_dict(self._settings)
        parameters = {name: f"{name}: {optional(t)} = None" for name, t in types.items()}
        http_client = "http_client: httpx.Client | httpx.AsyncClient | None = None"
        about = textwrap.indent(HTTP_CLIENT, "        ")
        return Declaration(
            "client_settings",
            signature({"*": "*", **parameters, "http_client": http_client}),
            "\n".join(
                [
                    "Take the settings of a client, which are checked at once.",
                    "",
                    "    Args:",
                    textwrap.indent(entries.rstrip(), "    "),
                    about,
                    "",
                    "    Raises:",
                    "        ConfigurationError: A value is invalid; the message names it.",
                    "        TypeError: A value is of the wrong type, or there is no such setting.",
                    "    ",
                ]
            ),
        )

    def roots(self, facts: Facts, tags: dict[str, str]) -> list[Resource]:
        """Return the resources of the client itself, in the order of the spec.

        Args:
            facts: The facts of the spec.
            tags: The description of each tag, which becomes that of the resource.
        """
        roots: dict[str, Resource] = {}
        for operation in facts.operations.values():
            if operation.method_path:
                doc = tags.get(operation.tag, operation.summary)
                self._add(roots, operation, doc, facts)
        return list(roots.values())

    def _add(
        self, roots: dict[str, Resource], operation: OperationFacts, doc: str, facts: Facts
    ) -> None:
        *names, name = operation.method_path.split(".")
        level, resource = roots, Resource("", "", doc)
        for each in names:
            called = class_name(each)
            classes = {f"{kind.prefix}{called}{kind.suffix}" for kind in (*PLAIN, *VIEWS)}
            if classes & facts.modules.keys():  # a schema has that name
                called += "Resource"
            resource = level.setdefault(each, Resource(each, called, doc))
            level = resource.children
        parameters = declared_parameters(operation, {})
        entries = [each.entry for each in listed_parameters(operation)]
        if operation.batched:
            parameters["batch_size"] = "batch_size: int | None = None"
            entries.append(BATCH_SIZE.format(operation.batched[0]))
        parameters |= self._options()
        entries += self._entries(operation)
        docstring = method_docstring(
            [operation.summary_text, operation.description_text], entries, ""
        )
        # By the operation: two resources of a module may have methods of the same name.
        declaration = Declaration(f"{operation.name}_signature", signature(parameters), docstring)
        resource.methods.append(ResourceMethod(name, operation, declaration))
        if operation.job:
            resource.job = operation
        if operation.mixin:
            resource.mixin = operation.mixin
            module = self._package / names[0] / "async_methods.py"
            resource.mixin_methods += self._mixin_methods(module, operation)
            self._add_answer_methods(resource, module, operation)

    def _options(self) -> dict[str, str]:
        return {name: f"{name}: {type_} = None" for name, type_ in self._option_types.items()}

    def _entries(self, operation: OperationFacts) -> list[str]:
        """Return the entries of what every method takes."""
        flag = operation.stream_parameter
        streamed = [each.entry for each in operation.parameters if flag and each.name == flag]
        return [*streamed, textwrap.indent(self._option_entries.rstrip(), "    ")]

    def _mixin_methods(self, module: Path, operation: OperationFacts) -> Iterator[MixinMethod]:
        """Yield the methods of a mixin that take what an operation takes as `**params`."""
        written = module.read_text("utf-8")
        asynchronous = _methods(ast.parse(written), f"Async{operation.mixin}")
        tree = ast.parse(convert(written))
        for name, method in _methods(tree, operation.mixin).items():
            if method.args.kwarg is not None and not name.startswith("_"):
                own = [each.annotation for each in method.args.kwonlyargs]
                yield MixinMethod(
                    name,
                    self._mixin_declaration(method, operation),
                    {"": _returns(method), "Async": _returns(asynchronous[name])},
                    list(_imports(tree, own, module.parent.name)),
                )

    def _add_answer_methods(
        self, resource: Resource, module: Path, operation: OperationFacts
    ) -> None:
        """Add those of `parse`, `stream` and `run_tools` that a mixin has as `_parse` and so on."""
        written = module.read_text("utf-8")
        prefix = class_name(operation.name)
        for kind, code in (("", convert(written)), ("Async", written)):
            tree = ast.parse(code)
            methods = _methods(tree, f"{kind}{operation.mixin}")
            for name, takes in ANSWER_METHODS.items():
                method = methods.get(f"_{name}")
                if method is None:
                    continue
                params = f"{prefix}{'RunParams' if 'tools' in takes.parameters else 'ParseParams'}"
                is_coroutine = isinstance(method, ast.AsyncFunctionDef)
                returns = ast.unparse(method.returns) if method.returns else "Any"
                resource.answer_methods.setdefault(kind, []).append(
                    AnswerMethod(name, returns, _returns(method), params, is_coroutine)
                )
                resource.imports += _imports(tree, [method.returns], module.parent.name)
                if kind:
                    resource.declarations.append(self._answer_declaration(method, name, operation))
        if resource.answer_methods:
            resource.answer_params = list(params_classes(operation, prefix))
            resource.imports.append(
                "from apertis_client.models import FunctionTool, ResponseFormat"
            )

    def _answer_declaration(
        self, method: Function, name: str, operation: OperationFacts
    ) -> Declaration:
        takes = ANSWER_METHODS[name]
        text, _, raises = (ast.get_docstring(method) or "").partition("Raises:\n")
        text = "\n\n".join(filter(None, [text.strip(), takes.about]))
        return self._declaration(name, takes.parameters, (text, takes.entries, raises), operation)

    def _mixin_declaration(self, method: Function, operation: OperationFacts) -> Declaration:
        own = {
            each.arg: ast.unparse(each) + ("" if default is None else f" = {ast.unparse(default)}")
            for each, default in zip(method.args.kwonlyargs, method.args.kw_defaults, strict=True)
        }
        text, _, rest = (ast.get_docstring(method) or "").partition("Args:\n")
        entries, _, raises = rest.partition("Raises:\n")
        return self._declaration(method.name, own, (text, entries, raises), operation)

    def _declaration(
        self,
        name: str,
        own: dict[str, str],
        sections: tuple[str, str, str],
        operation: OperationFacts,
    ) -> Declaration:
        """Return the declaration of a method that takes what an operation takes, and more.

        Args:
            name: Its name.
            own: The code of each parameter that is its own, by name.
            sections: Its docstring: what is before the arguments, they, and what it raises.
            operation: The operation.
        """
        text, entries, raises = sections
        parameters = declared_parameters(operation, own) | own | self._options()
        parameters.pop(operation.stream_parameter, None)
        if operation.stream_parameter in own:
            parameters[operation.stream_parameter] = own[operation.stream_parameter]
        listed = [each.entry for each in listed_parameters(operation) if each.name not in own]
        listed += [textwrap.indent(entries.rstrip(), "    "), self._entries(operation)[-1]]
        paragraphs = [textwrap.indent(text.strip(), "    ").strip()]
        return Declaration(
            f"{name}_signature",
            signature(parameters),
            method_docstring(paragraphs, listed, textwrap.indent(raises.rstrip(), "    ")),
        )


HTTP_CLIENT = """\
http_client: An `httpx.Client` (or `httpx.AsyncClient`) of your own to send with, for proxies,
    certificates and transports. It is used as it is and never closed.\
"""


BATCH_SIZE = """\
        batch_size: The most entries of `{}` in one request. Where there are more, as many requests
            are sent as it takes, one after another; the result is that of all."""


def _methods(tree: ast.Module, name: str) -> dict[str, Function]:
    """Return the methods of a class; none if it does not exist."""
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    body = classes[name].body if name in classes else ()
    # Of overloads and their implementation, which comes last, the implementation.
    return {each.name: each for each in body if isinstance(each, Function)}


def _imports(
    tree: ast.Module, annotations: Iterable[ast.expr | None], package: str
) -> Iterator[str]:
    """Yield the statements that import what annotations name."""
    nodes = (node for annotation in annotations if annotation for node in ast.walk(annotation))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in sorted(used & {each.name for each in node.names}):
                # Both packages are in the same folder: only a sibling needs its name.
                source = {0: "", 1: f"..{package}.", 2: ".."}[node.level] + node.module
                yield f"from {source} import {name}"


def _returns(method: Function) -> str:
    type_ = "Any" if method.returns is None else ast.unparse(method.returns)
    return COROUTINE.format(type_) if isinstance(method, ast.AsyncFunctionDef) else type_
