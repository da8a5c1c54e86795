# make run     install what is missing, build, serve on http://127.0.0.1:$(PORT)
# make test    install what is missing, run every test
# make help    all of it
#
# DEMO=1 lets officers who do not exist move each dossier through its life within minutes.

export PORT ?= 8080
export DATA ?= ./data
export DEMO ?=
# cargo has its own count of jobs and would warn of make's.
unexport MAKEFLAGS MFLAGS

.DEFAULT_GOAL := help
.PHONY: help setup setup-test tool portal app link build run dev check format lint test test-host \
	test-parts test-browser journeys test-faults test-listening sizes bench

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

setup: ## Install what building needs, where it is missing
	@.ci/setup build

setup-test: ## Install what testing needs, where it is missing
	@.ci/setup test

portal: setup
	@echo "build: the portal"
	@cargo build --quiet --locked --release --package motcua-portal

tool: setup
	@cargo build --quiet --locked --package motcua-build

app: tool
	@$(MAKE) --no-print-directory link

# Without what comes before: `test` does that first, since cargo would wait for the checks.
link:
	@echo "build: the app"
	@.ci/app release

# Side by side: while one is linked the other compiles.
build: ## Build the release: dist/ and target/release/motcua-portal
	@$(MAKE) --no-print-directory --jobs=2 portal app
	@echo "build: done: dist/ and target/release/motcua-portal"

run: build ## Build and serve; PORT=8080 and DATA=./data unless said otherwise; DEMO=1 for officers
	@exec target/release/motcua-portal serve --listen 127.0.0.1:$(PORT) --data $(DATA) --app dist $(if $(DEMO),--demo)

dev: ## Serve, rebuild and reload on each change; the API is a portal's of its own
	@.ci/setup dev
	@.ci/dev

format:
	@echo "check: format"
	@cargo fmt --all --check

lint:
	@echo "check: clippy for the host"
	@cargo clippy --quiet --locked --workspace --all-targets -- --deny warnings
	@echo "check: clippy for the browser"
	@.ci/clippy-wasm

test-host:
	@echo "test: on the host"
	@cargo test --quiet --locked --workspace

check: setup format lint test-host ## Format, clippy for host and browser, fast tests

test-parts: setup-test
	@echo "test: the parts that own an effect, in a browser"
	@.ci/test-parts

test-browser: setup-test app journeys

# On the portal as the host's tests have it: a release of it would be three minutes more, and
# would not check its arithmetic.
journeys:
	@echo "test: journeys in a browser, against the real portal"
	@cargo test --quiet --locked --workspace --no-run
	@npm --prefix tests run --silent check
	@npm --prefix tests test --silent

test-faults: setup-test app ## Each request of a journey, and each write after it, goes wrong: half an hour
	@cargo test --quiet --locked --workspace --no-run
	@MOTCUA_FAULTS=1 npm --prefix tests test --silent -- --project=faults

test-listening: setup-test app ## File a dossier with keys alone, by what Orca says
	@.ci/setup listen
	@cargo test --quiet --locked --workspace --no-run
	@MOTCUA_LISTENING=1 npm --prefix tests test --silent -- --project=listening

sizes: ## What each file of dist/ weighs; fails past the limits
	@cargo run --quiet --locked --package motcua-build -- sizes dist

# The app is linked and optimised on one core for minutes: the checks take the other meanwhile.
# What runs in a browser comes after that, with the machine to itself.
test: ## Install what is missing and run every test
	@$(MAKE) --no-print-directory setup-test tool
	@$(MAKE) --no-print-directory --jobs=2 link format lint test-host
	@$(MAKE) --no-print-directory sizes test-parts journeys

bench: ## Time and memory of what has to be fast, beside what others offer
	@cargo bench --locked --workspace
	@$(MAKE) --no-print-directory build
	@MOTCUA_PORTAL=$(CURDIR)/target/release/motcua-portal npm --prefix tests/bench run --silent bench
