"""Kill a bulk run, and let the same command go on where it stopped."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    prompts, answers = Path(folder, "prompts.jsonl"), Path(folder, "answers.jsonl")
    with prompts.open("w") as file:
        for number in range(12):
            file.write(json.dumps({"id": number, "prompt": f"What comes after {number}?"}) + "\n")

    # As a shell would start it: apertis bulk prompts.jsonl -o answers.jsonl ...
    command = [sys.executable, "-m", "apertis", "bulk", str(prompts), "-o", str(answers)]
    command += ["--model", "gpt-4.1-mini", "--param", "max_tokens=10", "--concurrency", "2"]

    process = subprocess.Popen(command)
    while process.poll() is None and (not answers.exists() or not answers.read_text()):
        time.sleep(0.01)
    process.kill()
    process.wait()
    print("Killed. Lines that were written:", len(answers.read_bytes().splitlines()))

    subprocess.run([*command, "--dry-run"], check=True)
    subprocess.run(command, check=True)
    ids = sorted(json.loads(line)["id"] for line in answers.read_bytes().splitlines())
    print("In the end there are answers to", ids)
