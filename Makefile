# make run     install what is missing, build, serve on http://127.0.0.1:$(PORT)
# make test    install what is missing, run every test
# make help    all of it

PORT ?= 8080
DATA ?= ./data
PORTAL := target/release/motcua-portal

.DEFAULT_GOAL := help
.PHONY: help setup setup-test build portal app run dev check test test-host test-web sizes bench

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

setup: ## Install what building needs, where it is missing
	@.ci/setup build

setup-test:
	@.ci/setup test

build: portal app ## Build the release: dist/ and target/release/motcua-portal

portal: setup
	@echo "build: the portal"
	@cargo build --quiet --release --package motcua-portal

app: setup
	@echo "build: the app"
	@cargo build --quiet --package motcua-build
	@.ci/app build --release

run: build ## Build and serve; PORT=8080 and DATA=./data unless said otherwise
	@exec $(PORTAL) serve --listen 127.0.0.1:$(PORT) --data $(DATA) --app dist

sizes: ## What each file of dist/ weighs; fails past the limits
	@cargo run --quiet --package motcua-build -- sizes dist
