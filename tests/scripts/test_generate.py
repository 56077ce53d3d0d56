"""What `scripts/generate.py` makes of a spec: each spec is small, each client is used.

Whether the committed client is what openapi.yaml gives is a question of its own, near the end.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, NotRequired, Required, get_args, get_type_hints

import httpx
import pytest

from tests.small_spec import complete

ROOT = Path(__file__).resolve().parent.parent.parent
GENERATE = ROOT / "scripts" / "generate.py"

HEAD = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n"

THINGS = """\
paths: {}
components:
  schemas:
    Thing:
      description: Something one can hold.
      type: object
      required: [name]
      properties:
        name: {type: string, description: What it is called.}
        size: {type: integer, description: How big it is., minimum: 1, maximum: 9, default: 3}
        weight: {type: [number, "null"], description: How heavy it is., maximum: 2.5}
        colour: {anyOf: [{$ref: "#/components/schemas/Colour"}, {type: string}]}
        type: {type: string, description: Kind of thing.}
        object: {type: string}
        inside: {anyOf: [{$ref: "#/components/schemas/Thing"}]}
        words: {type: array, items: {type: string}, maxItems: 4, deprecated: true}
        notes: {anyOf: [{$ref: "#/components/schemas/Notes"}]}
    Colour: {type: string, description: A colour., enum: [red, green]}
    Notes: {type: object, description: Anything., additionalProperties: {type: string}}
"""

PETS = """\
paths: {}
components:
  schemas:
    Owner:
      type: object
      properties:
        pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
        first: {anyOf: [{$ref: "#/components/schemas/Pet"}]}
    Pet:
      anyOf:
        - $ref: "#/components/schemas/Cat"
        - $ref: "#/components/schemas/Dog"
        - $ref: "#/components/schemas/OtherPet"
      discriminator:
        propertyName: kind
        mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}
    Cat:
      type: object
      required: [kind, name]
      properties: {kind: {const: cat}, name: {type: string}}
    Dog:
      type: object
      required: [kind, name]
      properties: {kind: {const: dog}, name: {type: string}}
    OtherPet:
      type: object
      x-open-variant: true
      required: [kind]
      properties: {kind: {type: string, not: {enum: [cat, dog]}}}
"""

CIRCLES = """\
paths: {}
components:
  schemas:
    Tree:
      type: object
      properties:
        name: {type: string}
        branches: {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Hen: {type: object, properties: {egg: {anyOf: [{$ref: "#/components/schemas/Egg"}]}}}
    Egg: {type: object, properties: {hen: {anyOf: [{$ref: "#/components/schemas/Hen"}]}}}
"""

BOOKS = """\
paths:
  /shelves/{shelf}/books:
    parameters:
      - {name: shelf, in: path, required: true, description: Which shelf., schema: {type: string}}
    get:
      operationId: list_books
      tags: [books]
      summary: List books.
      parameters:
        - {name: limit, in: query, description: How many at most., schema: {type: integer}}
        - {name: sort-by, in: query, description: The order., schema: {type: string}}
        - {name: X-Reader, in: header, description: Who reads., schema: {type: string}}
      responses:
        "200":
          description: The books.
          content: {application/json: {schema: {$ref: "#/components/schemas/Books"}}}
  /talks:
    post:
      operationId: talk
      tags: [talks]
      security: [{key: []}]
      summary: Talk.
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Talk"}}}
      responses:
        "200":
          description: The answer.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Reply"}}
            text/event-stream:
              x-streamed-by: live
              x-stream-end: "THE END"
              schema: {$ref: "#/components/schemas/Word"}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Books:
      type: object
      required: [books]
      properties: {books: {type: array, items: {type: string}}}
      x-iterates: books
    Talk:
      type: object
      required: [text]
      properties:
        text: {type: string, description: What you say.}
        speed: {type: number, description: How fast., minimum: 0.5, maximum: 2, default: 1}
        live: {type: boolean}
        input: {type: string}
        type: {type: string}
        maxWords: {type: array, items: {type: string}}
    Reply: {type: object, properties: {text: {type: string}}}
    Word: {type: object, properties: {word: {type: string}}}
"""


def run_sync(*arguments: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def generate(spec: str, folder: Path, *, name: str = "client") -> Path:
    """Make a client in `folder` and return where it is."""
    file = folder / "openapi.yaml"
    file.write_text(complete(HEAD + spec), encoding="utf-8")
    done = run_sync(GENERATE, "--spec", file, "--output", folder / name)
    assert done.returncode == 0, done.stderr
    assert done.stdout == done.stderr == ""
    return folder / name


def refusal(spec: str, folder: Path) -> str:
    """Return what is said of a spec that is refused; nothing may have been written."""
    file = folder / "openapi.yaml"
    file.write_text(complete(HEAD + spec), encoding="utf-8")
    done = run_sync(GENERATE, "--spec", file, "--output", folder / "client")
    assert done.returncode == 1
    assert not (folder / "client").exists()
    assert "Traceback" not in done.stderr
    return done.stderr


@functools.cache
def folder_of(spec: str) -> Path:
    """Return the client of a spec, made once for all tests."""
    name = f"client_{len(NAMES)}"
    NAMES.append(name)
    return generate(spec, Path(tempfile.mkdtemp(dir=FOLDERS[0])), name=name)


NAMES: list[str] = []
FOLDERS: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _folder_for_clients(tmp_path_factory: pytest.TempPathFactory) -> None:
    FOLDERS.insert(0, str(tmp_path_factory.mktemp("clients")))


def client_of(spec: str, module: str = "") -> ModuleType:
    """Import the client of a spec, or a module of it."""
    folder = folder_of(spec)
    if folder.name not in sys.modules:
        found = importlib.util.spec_from_file_location(
            folder.name, folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        assert found is not None
        assert found.loader is not None
        sys.modules[folder.name] = importlib.util.module_from_spec(found)
        found.loader.exec_module(sys.modules[folder.name])
    return importlib.import_module(folder.name + module)


def models(spec: str) -> Any:
    return client_of(spec, ".models")


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


# Models


def test_enum_is_a_literal() -> None:
    """An enum is a `Literal` of the values that the spec lists."""
    assert get_args(models(THINGS).Colour) == ("green", "red")


def test_fields_have_the_names_of_the_json() -> None:
    """Fields that share their name with a builtin get no underscore."""
    thing = models(THINGS).Thing.from_dict({"type": "cup", "object": "thing"})

    assert (thing.type, thing.object) == ("cup", "thing")
    assert models(THINGS).Thing(name="cup", type="mug").to_dict() == {"name": "cup", "type": "mug"}


def test_nested_schema_is_a_model() -> None:
    """A member that is another schema is an object of its class."""
    thing = models(THINGS).Thing.from_dict({"name": "box", "inside": {"name": "cup"}})

    assert type(thing.inside) is models(THINGS).Thing
    assert thing.inside.name == "cup"


def test_map_is_a_dict() -> None:
    """A schema without properties of its own is a plain dict."""
    thing = models(THINGS).Thing.from_dict({"notes": {"keys": "on the table"}})

    assert thing.notes == {"keys": "on the table"}
    assert type(thing.notes) is dict


def test_twin_has_the_same_keys() -> None:
    """The plain-dict twin of a model has its members, and demands what the spec requires."""
    hints = get_type_hints(models(THINGS).ThingDict, include_extras=True)

    assert list(hints) == [field.name for field in models(THINGS).Thing.__attrs_attrs__]
    assert hints["name"] == Required[str]
    assert hints["size"] == NotRequired[int]
    assert hints["weight"] == NotRequired[float | None]
    assert hints["notes"] == NotRequired[Mapping[str, str]]


def test_docstrings_say_what_the_spec_says() -> None:
    """Descriptions, ranges, defaults and deprecation stand in the docstring of a model."""
    text = one_line(models(THINGS).Thing.__doc__)

    assert text.startswith("Something one can hold. Attributes: name: What it is called.")
    assert "size: How big it is. Range: 1 to 9. Default of the server: 3." in text
    assert "weight: How heavy it is. At most 2.5." in text
    assert "words: A member. At most 4 items. Deprecated." in text


def test_descriptions_may_hold_anything(tmp_path: Path) -> None:
    """Quotes and backslashes in a description reach the docstring as they are."""
    text = 'He said \\n, """twice""", and "once"'
    spec = f"""\
paths: {{}}
components:
  schemas:
    Word: {{type: string, enum: [a], description: {json.dumps(text)}}}
    Thing:
      type: object
      description: {json.dumps(text)}
      properties: {{name: {{type: string, description: {json.dumps(text)}}}}}
"""
    folder = generate(spec, tmp_path)
    code = "from client.models import Thing; print(Thing.__doc__)"
    done = run_sync("-W", "error", "-c", code, folder=folder.parent)

    assert one_line(done.stdout) == f"{text} Attributes: name: {text}", done.stderr


# Unions


def test_union_is_told_apart_by_its_tag() -> None:
    """The tag alone decides which variant a member of a union is."""
    owner = models(PETS).Owner.from_dict(
        {"pets": [{"kind": "dog", "name": "Rex"}, {"kind": "cat"}], "first": {"kind": "cat"}}
    )

    assert [type(pet) for pet in owner.pets] == [models(PETS).Dog, models(PETS).Cat]
    assert owner.pets[0].name == "Rex"
    assert owner.pets[1].name is None
    assert type(owner.first) is models(PETS).Cat


def test_tag_is_set_by_the_class() -> None:
    """A variant made in Python has its tag without being told."""
    cat = models(PETS).Cat(name="Tom")

    assert cat.to_dict() == {"kind": "cat", "name": "Tom"}
    assert get_type_hints(models(PETS).CatDict)["kind"] == Literal["cat"]


def test_union_has_a_name() -> None:
    """A union has the name of its schema, and stands for the plain dicts of its variants."""
    union, *_ = get_args(models(PETS).Pet)  # annotated for pydantic

    assert set(get_args(union)) == {models(PETS).CatDict, models(PETS).DogDict}


# Schemas in circles


def test_recursive_schema() -> None:
    """A schema may hold itself."""
    tree = models(CIRCLES).Tree.from_dict({"branches": [{"branches": [{"name": "twig"}]}]})

    assert type(tree.branches[0].branches[0]) is models(CIRCLES).Tree
    assert tree.branches[0].branches[0].name == "twig"


def test_schemas_that_refer_to_each_other() -> None:
    """Two schemas may hold each other, with what is unknown, and none, at every depth."""
    received = {"egg": {"hen": {"egg": {"hen": {"egg": {"hen": "gone"}}, "size": {"cm": 5}}}}}
    hen = models(CIRCLES).Hen.from_dict(received)

    assert type(hen.egg.hen.egg) is models(CIRCLES).Egg
    assert type(hen.egg.hen.egg.hen) is models(CIRCLES).Hen
    assert hen.egg.hen.egg.hen.egg.hen == "gone"
    assert hen.egg.hen.egg.size.cm == 5
    assert hen.to_dict() == received


@pytest.mark.parametrize("module", ["hen", "egg", "tree"])
def test_circle_may_be_entered_anywhere(module: str) -> None:
    """Whichever of the modules in a circle is imported first, the import works."""
    folder = folder_of(CIRCLES)
    code = f"from {folder.name}.models.{module} import *; print({module.title()}())"
    done = run_sync("-W", "error", "-c", code, folder=folder.parent)

    assert done.stdout == f"{module.title()}()\n", done.stderr


# Operations


def answering(body: object) -> tuple[httpx.MockTransport, list[httpx.Request]]:
    """Return a server that answers every request with `body`, and where it keeps the requests."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if isinstance(body, str):
            return httpx.Response(200, text=body)
        return httpx.Response(200, json=body)

    return httpx.MockTransport(handle), requests


def make_client(transport: httpx.MockTransport) -> Any:
    return client_of(BOOKS, ".client").AuthenticatedClient(
        base_url="https://example.com/v1", token="secret", httpx_args={"transport": transport}
    )


def test_parameters_go_where_the_spec_says() -> None:
    """Parameters reach the path, percent-encoded, the query and the headers."""
    transport, requests = answering({"books": ["Emma"]})
    list_books: Any = client_of(BOOKS, ".api.books.list_books")
    with make_client(transport) as client:
        books = list_books.sync("a/b c", client=client, limit=2, sort_by="year", x_reader="Ada")

    assert list(books) == ["Emma"]
    assert len(books) == 1
    assert requests[0].method == "GET"
    assert requests[0].url == "https://example.com/v1/shelves/a%2Fb%20c/books?limit=2&sort-by=year"
    assert requests[0].headers["x-reader"] == "Ada"


def test_parameters_that_are_not_given_are_not_sent() -> None:
    """A parameter left out is neither in the query nor in the headers."""
    transport, requests = answering({"books": []})
    list_books: Any = client_of(BOOKS, ".api.books.list_books")
    with make_client(transport) as client:
        list_books.sync_detailed("a", client=client)

    assert requests[0].url == "https://example.com/v1/shelves/a/books"
    assert "x-reader" not in requests[0].headers


@pytest.mark.anyio
async def test_asynchronous_functions_do_the_same() -> None:
    """The asynchronous functions send and give what the others do."""
    transport, requests = answering({"books": ["Emma"]})
    list_books: Any = client_of(BOOKS, ".api.books.list_books")
    async with make_client(transport) as client:
        detailed = await list_books.asyncio_detailed("a", client=client, limit=1)

    assert detailed.status_code == 200
    assert detailed.parsed.books == ["Emma"]
    assert requests[0].url == "https://example.com/v1/shelves/a/books?limit=1"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_operation_that_streams_has_functions_for_it() -> None:
    """An operation that can answer with events has streaming functions, a plain one has none."""
    talk: Any = client_of(BOOKS, ".api.talks.talk")
    list_books: Any = client_of(BOOKS, ".api.books.list_books")

    plain = {"OPERATION", "Needed", "Options", "Params"}
    plain |= {"sync", "sync_detailed", "asyncio", "asyncio_detailed"}
    assert set(list_books.__all__) == plain | {"PathParams", "Others"}
    assert set(talk.__all__) == plain | {"stream", "stream_asyncio"}
    assert not hasattr(list_books, "stream")


def test_stream_gives_models() -> None:
    """The streaming function asks for the stream and gives each event up to the last."""
    events = 'data: {"word": "Good"}\n\ndata: {"word": "bye"}\n\ndata: THE END\n\ndata: {}\n\n'
    transport, requests = answering(events)
    talk: Any = client_of(BOOKS, ".api.talks.talk")
    with make_client(transport) as client:
        words = list(talk.stream(client=client, body={"text": "Hello!"}))

    assert [word.word for word in words] == ["Good", "bye"]
    assert {type(word) for word in words} == {models(BOOKS).Word}
    assert json.loads(requests[0].content) == {"text": "Hello!", "live": True}
    assert requests[0].headers["authorization"] == "Bearer secret"


def test_parameters_of_a_body_have_the_names_of_the_json() -> None:
    """Members of a body that share their name with a builtin, or are in another case, keep it."""
    talk: Any = client_of(BOOKS, ".api.talks.talk")
    names = {"input", "type", "maxWords"}

    assert names < talk.Params.__annotations__.keys()
    assert names < talk.OPERATION.parameters
    assert talk.OPERATION.types["maxWords"] == {list}
    assert not {"input_", "type_", "max_words"} & talk.OPERATION.parameters


def test_plain_call_of_an_operation_that_streams() -> None:
    """The plain functions of such an operation send the body as it is and give the plain answer."""
    transport, requests = answering({"text": "Hello yourself!"})
    talk: Any = client_of(BOOKS, ".api.talks.talk")
    with make_client(transport) as client:
        reply = talk.sync(client=client, body=models(BOOKS).Talk(text="Hello!", speed=None))

    assert type(reply) is models(BOOKS).Reply
    assert reply.text == "Hello yourself!"
    assert requests[0].content == b'{"text":"Hello!"}'


def test_params_list_everything_an_operation_takes() -> None:
    """`Params` has body, path, query and header parameters, with what the spec says of each."""
    talk: Any = client_of(BOOKS, ".api.talks.talk")
    list_books: Any = client_of(BOOKS, ".api.books.list_books")

    assert get_type_hints(talk.Params, include_extras=True) == {
        "text": Required[str],
        "speed": NotRequired[float | None],
        "input": NotRequired[str | None],
        "type": NotRequired[str | None],
        "maxWords": NotRequired[Sequence[str] | None],
    }
    assert "speed: How fast. Range: 0.5 to 2.0. Default of the server: 1." in one_line(
        talk.Params.__doc__
    )
    assert list(get_type_hints(list_books.Params)) == ["shelf", "limit", "sort_by", "x_reader"]
    for entry in ("shelf: Which shelf.", "limit: How many at most.", "x_reader: Who reads."):
        assert entry in one_line(list_books.Params.__doc__)
        assert entry in one_line(list_books.sync.__doc__)


# Files


@pytest.mark.parametrize("spec", [THINGS, PETS, BOOKS], ids=["models", "unions", "operations"])
def test_package_is_typed_and_says_where_it_comes_from(spec: str) -> None:
    """Every module begins by saying that it is generated, and the package is marked as typed."""
    folder = folder_of(spec)
    generator = f"openapi-python-client {version('openapi-python-client')}"

    assert (folder / "py.typed").read_bytes() == b""
    for module in generated(folder):
        text = module.read_text("utf-8")
        assert text.startswith(f"# Generated from openapi.yaml by {generator}: change the"), module
        assert "run `make generate`. Never edit this file." in text.splitlines()[1], module
    assert {file.suffix for file in folder.rglob("*") if "__pycache__" not in file.parts} == {
        "",
        ".py",
        ".typed",
    }


def generated(folder: Path) -> list[Path]:
    """Return the generated modules of a client; what they need at run time is by hand."""
    return [module for module in folder.rglob("*.py") if "_runtime" not in module.parts]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


@pytest.mark.parametrize("spec", [PETS, BOOKS], ids=["unions", "operations"])
def test_same_spec_gives_the_same_bytes(spec: str, tmp_path: Path) -> None:
    """Two runs over one spec write the same bytes."""
    assert contents(generate(spec, tmp_path)) == contents(folder_of(spec))


# Specs that are refused


def test_spec_that_breaks_rules_is_refused(tmp_path: Path) -> None:
    """All that is wrong with a spec is said at once, and nothing is written."""
    spec = """\
paths: {}
components: {schemas: {Thing: {properties: {class: {type: string}, from: {type: string}}}}}
"""
    lines = refusal(spec, tmp_path).splitlines()

    assert [re.split(r":\d+: |: ", line)[:2] for line in lines] == [
        ["openapi.yaml", "components.schemas.Thing.properties.class"],
        ["openapi.yaml", "components.schemas.Thing.properties.from"],
    ]


# Looking without touching


def test_check_names_every_file_that_differs(tmp_path: Path) -> None:
    """`--check` says which files are missing, left over and different, and changes none."""
    folder = tmp_path / folder_of(PETS).name
    shutil.copytree(folder_of(PETS), folder, ignore=shutil.ignore_patterns("__pycache__"))
    spec = folder_of(PETS).parent / "openapi.yaml"
    (folder / "models" / "cat.py").unlink()
    (folder / "models" / "bird.py").touch()
    with (folder / "client.py").open("a") as file:
        file.write("# by hand\n")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "client.pyc").touch()
    before = contents(folder)
    done = run_sync(GENERATE, "--check", "--spec", spec, "--output", folder)

    assert done.returncode == 1
    assert done.stdout.splitlines()[:-1] == [
        f"different  {folder.name}/client.py",
        f"left over  {folder.name}/models/bird.py",
        f"missing    {folder.name}/models/cat.py",
    ]
    assert "make generate" in done.stdout.splitlines()[-1]
    assert contents(folder) == before

    assert run_sync(GENERATE, "--spec", spec, "--output", folder).returncode == 0
    assert contents(folder) == contents(folder_of(PETS))
    assert run_sync(GENERATE, "--check", "--spec", spec, "--output", folder).returncode == 0


def test_committed_client_is_what_the_spec_gives() -> None:
    """`make check-generated` has nothing to say of the committed client."""
    done = run_sync(GENERATE, "--check")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == ""


def test_generator_has_not_moved() -> None:
    """What writes the client is pinned, installed as pinned, and named by what it wrote."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = dict(
        requirement.split("==")
        for requirement in project["optional-dependencies"]["dev"]
        if "==" in requirement
    )

    assert pins["openapi-python-client"] == version("openapi-python-client")
    assert pins["ruff"] == version("ruff")
    for module in (ROOT / "apertis" / "resources").rglob("*.py"):
        text = module.read_text("utf-8")
        assert text.startswith("# Generated from openapi.yaml by scripts/generate.py:"), module
    header = re.compile(r"# Generated from openapi\.yaml by openapi-python-client ([\d.]+):")
    for module in generated(ROOT / "apertis_client"):
        written_by = header.match(module.read_text("utf-8"))
        assert written_by, module
        assert written_by[1] == pins["openapi-python-client"], module
