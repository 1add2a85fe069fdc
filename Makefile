# What there is to do; `make` alone prints the list.
#
# The tests need a dynamic standard library and an installed tool a static one, so these are two
# builds; each has a place of its own and is made once.

SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local

convert := .build/release/convert
static := .build/static/release/convert
python := .build/python/bin/python
swift-test := $(SWIFT) test -c release --skip-build --disable-xctest --quiet
sources := Sources Tests Package.swift

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup build tests static demo test corpus lint format bench limit memory spark install

help:
	@echo "make …"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' Makefile

build: ## build the tool
	$(SWIFT) build -c release --product convert

tests:
	$(SWIFT) build -c release --build-tests

static: ## build the tool as it is installed, with the standard library in it
	@Scripts/static-libxml2 .build/libxml2
	PKG_CONFIG_PATH=$(CURDIR)/.build/libxml2:$$PKG_CONFIG_PATH \
	  $(SWIFT) build -c release --static-swift-stdlib --product convert --scratch-path .build/static

demo: build ## convert a Viber template to WhatsApp, and a WhatsApp template to Viber
	@Scripts/demo $(convert)

test: setup tests .build/python/ready .build/python/clients ## run all tests; OFFLINE=1 without clients
	@status=0; \
	$(swift-test) || status=1; \
	OFFLINE=$(OFFLINE) $(python) -m pytest Tests/python -q -rs --continue-on-collection-errors \
	  -o cache_dir=.build/pytest || status=1; \
	if [ -e README.md ]; then $(python) Scripts/check-readme README.md Documentation/Mappings.md || status=1; fi; \
	exit $$status

corpus: tests ## accept what the tool now makes of the corpus; git shows the change
	@status=0; \
	UPDATE_CORPUS=1 $(swift-test) --no-parallel --filter 'GoldenTests|RouteTests' || status=1; \
	git status --short -- Corpus; \
	exit $$status

lint: $(if $(wildcard Scripts/generate),build) ## check format, warnings, imports, pages
	@status=0; \
	$(SWIFT) format lint --strict --recursive $(sources) || status=1; \
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors \
	  --explicit-target-dependency-import-check error || status=1; \
	if [ -e Scripts/generate ]; then Scripts/generate --check || status=1; fi; \
	exit $$status

format: ## lay the source out
	$(SWIFT) format --in-place --recursive $(sources)

bench: static ## measure speed against orjson, jq and xmllint; BENCH=--quick for a glance
	@Scripts/setup bench || echo "what is missing is left out"
	$(PYTHON) Benchmarks/bench.py --convert $(static) $(BENCH)

limit: build ## hold the instructions a template to what they may be
	@Scripts/setup bench
	$(PYTHON) Benchmarks/bench.py --convert $(convert) --instructions \
	  --limit $$(cat Benchmarks/instructions.limit)

memory: static ## measure the memory that long lines take
	$(PYTHON) Benchmarks/memory.py --convert $(static)

spark: build .build/spark/ready ## try the Spark job of Examples/spark on two local workers
	@.build/spark/bin/python Examples/spark/trial.py $(convert)

install: static ## install as convert and template-convert; PREFIX=/usr/local
	@Scripts/install $(static) "$(DESTDIR)$(PREFIX)/bin"

setup:
	@Scripts/setup

.build/spark/ready: Examples/spark/requirements.txt
	@Scripts/setup spark
	$(PYTHON) -m venv --clear .build/spark
	.build/spark/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.build/python/ready: Tests/python/requirements.txt
	$(PYTHON) -m venv --clear .build/python
	$(python) -m pip install --quiet --disable-pip-version-check -r Tests/python/requirements.txt
	@touch $@

# Other people's clients; without a network there are none, and OFFLINE=1 says that this is known.
.build/python/clients: Tests/python/clients.txt .build/python/ready
	@if $(python) -m pip install --quiet --disable-pip-version-check -r Tests/python/clients.txt; \
	then touch $@; else test "$(OFFLINE)" = 1; fi
