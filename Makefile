# Every target sets up what it needs; see .ci/ for how. "make" lists the targets.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run dev test keys fmt lint e2e e2e-slow build budgets screenshots crash-test bench-timing bench-pages bench-rebuild long-proofs

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Countries of network addresses, from the NRO (CC BY 4.0); a sign-in from loopback has none.
GEOIP := node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb

setup: ## Install what building and testing need (safe to repeat)
	@.ci/setup

run: ## Build for release and start the demo firm on http://127.0.0.1:3000
	@.ci/setup build
	@.ci/build
	@PORTICO_DATA_DIR="$${PORTICO_DATA_DIR:-data}" PORTICO_GEOIP_DB="$${PORTICO_GEOIP_DB-$$(ls $(GEOIP) 2>/dev/null || true)}" \
		exec target/release/portico serve --demo

dev: ## Start the demo firm and rebuild clients, modules, style and server at every saved change
	@.ci/setup build
	@PORTICO_DATA_DIR="$${PORTICO_DATA_DIR:-data}" exec .ci/dev

test: ## Run every check and test, as CI does
	@.ci/test

keys: ## Write src/i18n/keys.txt anew, after a text came or went
	@.ci/keys

fmt: ## Format the Rust code
	@.ci/setup build
	@source .ci/env && cargo fmt --all

lint: ## Clippy on both targets, formatting, house rules, types and lint of scripts
	@.ci/setup build
	@.ci/tidy
	@.ci/scripts
	@source .ci/env && cargo fmt --all --check
	@source .ci/env && cargo clippy --workspace --all-targets -- -D warnings
	@source .ci/env && TEST_CLIENTS=1 && cargo clippy $$(client_packages) --target wasm32-unknown-unknown -- -D warnings

e2e: ## Browser tests only; pass Playwright's arguments in ARGS="--grep reset"
	@.ci/setup
	@TEST_CLIENTS=1 .ci/build
	@.ci/e2e $(ARGS)

e2e-slow: ## Browser tests as on a busy machine, to find those that act too early; SLOWER=4, half an hour
	@.ci/setup
	@TEST_CLIENTS=1 .ci/build
	@PORTICO_SLOWER=$(or $(SLOWER),4) .ci/e2e --project=chromium --project=mobile $(ARGS)

build: ## Build the release binary, target/release/portico
	@.ci/setup build
	@.ci/build

budgets: build ## Sizes of what a browser downloads, against their limits
	@.ci/budgets

screenshots: ## Take the pictures of README and docs/ again
	@.ci/setup
	@.ci/build
	@PORTICO_SCREENSHOTS=1 .ci/e2e --project=screenshots

crash-test: ## Kill the server at random points under load and check that nothing is lost; POINTS=50
	@.ci/setup build
	@.ci/build
	@$(if $(POINTS),POINTS=$(POINTS)) .ci/crash-test

bench-timing: ## Measure whether answers at the sign-in tell known addresses by their time; SAMPLES=200
	@.ci/setup build
	@$(if $(SAMPLES),SAMPLES=$(SAMPLES)) .ci/bench-timing

bench-rebuild: ## Measure what a one-line edit costs to build, in seconds of CPU
	@.ci/setup build
	@.ci/bench-rebuild

bench-pages: ## Measure what pages cost at 10k, 100k and 1M accounts on both engines; SIZES=, ENGINES=, ROUNDS=, ONLY=
	@.ci/setup build
	@.ci/build
	@$(foreach name,SIZES ENGINES ROUNDS ONLY BESIDE,$(if $($(name)),$(name)='$($(name))')) .ci/bench-pages

long-proofs: ## Ten thousand random histories and searches against models, 300,000 visitors who leave halfway; HISTORIES=, STORM=
	@.ci/setup
	@source .ci/env && PORTICO_HISTORIES=$(or $(HISTORIES),10000) PORTICO_STORM=$(or $(STORM),300000) PORTICO_QUERIES=10000 \
		.ci/postgres cargo test --workspace -- histories visitors_who_leave_halfway plain_filter
