# make run    everything Lipa needs, and one address to open     (PORT=8080 chooses another port)
# make test   all checks and tests

PYTHON ?= python3
PORT ?=

.PHONY: run test check format lock messages

run:
	@$(PYTHON) config/install.py run
	@PORT=$(PORT) .venv/bin/python -m config.supervisor

test: check
	@.venv/bin/python -m pytest --numprocesses 2 --dist loadgroup --cov --cov-report=term

check:
	@$(PYTHON) config/install.py test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check --quiet .
	.venv/bin/djade --check $$(git ls-files 'templates/*.html')
	.venv/bin/lint-imports --no-logo
	.venv/bin/mypy

format:
	.venv/bin/ruff check --fix --quiet .
	.venv/bin/ruff format --quiet .
	.venv/bin/djade $$(git ls-files 'templates/*.html')

# The lock names no address of a registry; uv comes from `pip install uv`.
UV = uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock:
	$(UV) requirements.in --output-file requirements.txt
	$(UV) requirements-dev.in --output-file requirements-dev.txt

# PO="one.po two.po" takes translations from further files.
messages:
	DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python manage.py messages $(PO)
