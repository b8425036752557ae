# One word for each thing one does with Cabana. `make` alone lists them.
#
# What is built is kept outside the checkout, in the user's cache folder, so that a fresh clone does not start from
# nothing. CARGO_TARGET_DIR moves it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/cabana
export CARGO_TARGET_DIR ?= $(CACHE)/target
TOOLS := $(CACHE)/tools
export PATH := $(CURDIR)/end2end/node_modules/.bin:$(TOOLS)/bin:$(HOME)/.cargo/bin:$(PATH)
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

CARGO_LEPTOS := 0.3.9
WASM_BINDGEN := 0.2.130
# The tools are built for a quick build, not for a quick run; only what works for long in them is made quick.
QUICK := CFLAGS=-O0 $(shell pkg-config --exists openssl 2>/dev/null && echo OPENSSL_NO_VENDOR=1) CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
quick-but = --config 'profile.release.package."*".opt-level=0' $(foreach one,$(1),--config 'profile.release.package.$(one).opt-level=2')
LEPTOS_WORKS := brotli brotli-decompressor wasm_split_cli_support wasmparser wasm-encoder
BINDGEN_WORKS := wasm-bindgen-cli-support walrus wasmparser wasm-encoder

CABANA := $(CARGO_TARGET_DIR)/release/cabana
SOURCES := $(shell find src style locales public migrations -type f -not -name staff.css 2>/dev/null) Cargo.toml Cargo.lock build.rs .cargo/config.toml
WASM := --lib --no-default-features --features hydrate --target wasm32-unknown-unknown

say = @printf '\033[1m· %s\033[0m\n' "$(1)"

.PHONY: help
help: ## list these words
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

.PHONY: run
run: build ## everything to a running product on port 3000
	$(call say,the demonstration resort)
	@$(CABANA) demo demo
	@exec $(CABANA) serve --site $(CURDIR)/target/site

.PHONY: fresh
fresh: ## forget the local database, so that `make run` begins again with today's dates
	@rm -rf data

.PHONY: build
build: $(CACHE)/built ## the release build: server, and the pages' code split into chunks

# One file for all checkouts: it names the checkout and the sources it was built from.
$(CACHE)/built: FORCE | tools
	+@now="$(CURDIR) $$(cat $(SOURCES) | sha256sum)"; \
	if [ "$$now" != "$$(cat $@ 2>/dev/null)" ] || [ ! -x $(CABANA) ] || [ ! -d target/site/pkg ]; then \
	  rm -f $@; \
	  printf '\033[1m· building for release (some minutes the first time)\033[0m\n'; \
	  sass --no-source-map --style=compressed style/staff.scss public/staff.css; \
	  cargo build --release --features ssr --bin cabana & server=$$!; \
	  cargo leptos build --release --split --precompress --frontend-only || { kill $$server 2>/dev/null; exit 1; }; \
	  wait $$server; \
	  echo "$$now" > $@; \
	fi

.PHONY: FORCE
FORCE:

.PHONY: tools
tools: $(TOOLS)/wasm-target $(TOOLS)/cargo-leptos-$(CARGO_LEPTOS) $(TOOLS)/wasm-bindgen-$(WASM_BINDGEN) end2end/node_modules/.package-lock.json

$(TOOLS)/wasm-target:
	$(call say,adding the wasm target)
	@mkdir -p $(TOOLS)
	@rustup target add wasm32-unknown-unknown
	@touch $@

$(TOOLS)/cargo-leptos-$(CARGO_LEPTOS):
	@mkdir -p $(TOOLS)
	+@if ! cargo leptos --version 2>/dev/null | grep -qF '$(CARGO_LEPTOS)'; then \
	  printf '\033[1m· building cargo-leptos $(CARGO_LEPTOS) (about ten minutes, once)\033[0m\n'; \
	  env -u CARGO_TARGET_DIR $(QUICK) cargo install cargo-leptos $(call quick-but,$(LEPTOS_WORKS)) --version $(CARGO_LEPTOS) --locked --root $(TOOLS); \
	fi
	@touch $@

$(TOOLS)/wasm-bindgen-$(WASM_BINDGEN):
	@mkdir -p $(TOOLS)
	+@if ! wasm-bindgen --version 2>/dev/null | grep -qF '$(WASM_BINDGEN)'; then \
	  printf '\033[1m· building wasm-bindgen $(WASM_BINDGEN) (two minutes, once)\033[0m\n'; \
	  env -u CARGO_TARGET_DIR $(QUICK) cargo install wasm-bindgen-cli --no-default-features $(call quick-but,$(BINDGEN_WORKS)) --version $(WASM_BINDGEN) --root $(TOOLS); \
	fi
	@touch $@

end2end/node_modules/.package-lock.json: end2end/package-lock.json
	$(call say,installing sass and wasm-opt and the test browser driver from npm)
	@cd end2end && npm ci --no-progress --loglevel=error
	@touch $@

# Chromium is only needed by the tests, and so is sqlite3, with which walks put time forward. Where one is missing and we
# are root on Debian, it is installed.
.PHONY: chromium
chromium:
	@if [ -z "$$(command -v chromium || command -v chromium-browser || command -v google-chrome)" ] || ! command -v sqlite3 >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    printf '\033[1m· installing Chromium and sqlite3\033[0m\n'; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core sqlite3 >/dev/null; \
	  else \
	    echo 'Chromium or sqlite3 is missing: install the packages "chromium" and "sqlite3", then run this again.' >&2; exit 1; \
	  fi; \
	fi

# What is compiled comes first and side by side: each crate that nothing can be shared with leaves a core idle. Make
# and cargo count their jobs together (the + before a command), so there are never more compilers than cores.
.PHONY: test
test: $(TOOLS)/wasm-target ## everything that must hold
	$(call say,format)
	@cargo fmt --check
	@$(MAKE) --no-print-directory --jobs=$(shell nproc) compiled build chromium
	@$(MAKE) --no-print-directory check check-postgres e2e axe size

POSTGRES := --no-default-features --features ssr,postgres
# Clippy in the compiler's place: what is compiled for the tests is linted on the way, and not a second time for itself.
LINTED := RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__

define lint
$(call say,clippy for the browser)
+@cargo clippy --quiet $(WASM) -- -D warnings
$(call say,clippy for the server)
+@$(LINTED) cargo test --quiet --features ssr --all-targets --no-run
endef

.PHONY: compiled
compiled: $(TOOLS)/wasm-target
	$(lint)
	$(call say,clippy for the server on PostgreSQL)
	+@$(LINTED) cargo test --quiet $(POSTGRES) --test http --no-run

.PHONY: check
check: $(TOOLS)/wasm-target ## the quick half: format, clippy for server and browser, unit and HTTP tests
	$(call say,format)
	@cargo fmt --check
	$(lint)
	$(call say,unit and HTTP tests)
	@$(LINTED) cargo test --features ssr --lib --bins --tests

.PHONY: check-postgres
check-postgres: ## clippy and the HTTP tests on PostgreSQL, on a throw-away cluster
	$(call say,clippy and HTTP tests on PostgreSQL)
	@$(LINTED) tests/cluster cargo test $(POSTGRES) --test http

.PHONY: cluster
cluster: ## a throw-away cluster of PostgreSQL to try things on; it goes when the shell is left
	@tests/cluster bash -c 'echo "DATABASE_URL=$${CABANA_CLUSTER/\/postgres?/\/cabana?}"; createdb --maintenance-db="$$CABANA_CLUSTER" cabana; exec bash'

.PHONY: e2e
e2e: build chromium ## the walks through the product in a real browser, with and without JavaScript
	$(call say,end to end)
	@cd end2end && CABANA=$(CABANA) SITE=$(CURDIR)/target/site playwright test --project=phone --project=desktop --project=phone-plain

.PHONY: axe
axe: build chromium ## every page in every language, light and dark, before the accessibility rules
	$(call say,accessibility)
	@cd end2end && CABANA=$(CABANA) SITE=$(CURDIR)/target/site playwright test --project=once axe

.PHONY: pictures
pictures: build chromium ## the pictures of the README and of the manifest, made anew
	$(call say,pictures)
	@cd end2end && PICTURES=1 CABANA=$(CABANA) SITE=$(CURDIR)/target/site playwright test --project=once pictures

.PHONY: dev
dev: tools ## watch and reload
	@sass --no-source-map style/staff.scss public/staff.css
	@cargo leptos watch --split

.PHONY: bench
bench: build ## the side-by-side benchmark on both databases; prints ratios
	$(call say,on SQLite)
	@CABANA=$(CABANA) SITE=$(CURDIR)/target/site cargo bench --features ssr --bench load
	@$(MAKE) --no-print-directory bench-postgres

.PHONY: bench-postgres
bench-postgres: build ## the half on PostgreSQL, on a throw-away cluster that syncs like a real one
	$(call say,on PostgreSQL)
	@# The benchmark builds the server once more beside itself, so the one for SQLite is put back at the very end.
	@cp $(CABANA) $(CABANA)-sqlite; failed=0; \
	{ cargo build --release $(POSTGRES) --bin cabana && cp $(CABANA) $(CABANA)-postgres && \
	CLUSTER_SYNC=on CABANA=$(CABANA)-postgres SITE=$(CURDIR)/target/site tests/cluster cargo bench $(POSTGRES) --bench load; } || failed=1; \
	mv $(CABANA)-sqlite $(CABANA); exit $$failed

.PHONY: size
size: build ## what a guest downloads on a first visit, against the budget
	@node end2end/size.mjs target/site
