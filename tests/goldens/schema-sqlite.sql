CREATE TABLE api_tokens (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	sha256 VARCHAR NOT NULL,
	scopes VARCHAR NOT NULL,
	created_at VARCHAR(27) NOT NULL,
	expires_at VARCHAR(27),
	last_used_at VARCHAR(27),
	revoked_at VARCHAR(27),
	CONSTRAINT pk_api_tokens PRIMARY KEY (id),
	CONSTRAINT ck_api_tokens_sha256_length CHECK (length(sha256) = 64),
	CONSTRAINT ck_api_tokens_scopes_vocabulary CHECK (scopes = 'submit' OR scopes = 'judge' OR scopes = 'submit judge'),
	CONSTRAINT uq_api_tokens_name UNIQUE (name),
	CONSTRAINT uq_api_tokens_sha256 UNIQUE (sha256)
);
CREATE TABLE data_state (
	id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	changed_at VARCHAR(27) NOT NULL,
	rules_sha256 VARCHAR NOT NULL,
	CONSTRAINT pk_data_state PRIMARY KEY (id),
	CONSTRAINT ck_data_state_one_row CHECK (id = 1)
);
CREATE TABLE environments (
	id INTEGER NOT NULL,
	slug VARCHAR NOT NULL,
	device_key VARCHAR NOT NULL,
	device_kind VARCHAR NOT NULL,
	device_name VARCHAR,
	device_count INTEGER NOT NULL,
	driver VARCHAR,
	cuda VARCHAR,
	cudnn VARCHAR,
	torch VARCHAR,
	timm VARCHAR,
	python VARCHAR,
	os VARCHAR,
	cpu_model VARCHAR,
	cpu_count INTEGER,
	memory_mib INTEGER,
	device_memory_mib INTEGER,
	power_limit_w DOUBLE,
	is_mig BOOLEAN,
	thread_count INTEGER,
	CONSTRAINT pk_environments PRIMARY KEY (id),
	CONSTRAINT ck_environments_device_kind_vocabulary CHECK (device_kind = 'cpu' OR device_kind = 'cuda' OR device_kind = 'other'),
	CONSTRAINT ck_environments_power_limit_w_finite CHECK (power_limit_w > 0 AND power_limit_w < 1e300),
	CONSTRAINT ck_environments_device_count_positive CHECK (device_count > 0),
	CONSTRAINT uq_environments_slug UNIQUE (slug)
);
CREATE INDEX ix_environments_device_key ON environments (device_key);
CREATE TABLE families (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	CONSTRAINT pk_families PRIMARY KEY (id),
	CONSTRAINT uq_families_name UNIQUE (name)
);
CREATE TABLE licences (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	spdx_id VARCHAR,
	title VARCHAR NOT NULL,
	commercial_use VARCHAR NOT NULL,
	source_url VARCHAR,
	reading VARCHAR,
	CONSTRAINT pk_licences PRIMARY KEY (id),
	CONSTRAINT ck_licences_commercial_use_vocabulary CHECK (commercial_use = 'yes' OR commercial_use = 'no' OR commercial_use = 'unknown'),
	CONSTRAINT ck_licences_reading_has_source CHECK (commercial_use = 'unknown' OR source_url IS NOT NULL),
	CONSTRAINT uq_licences_name UNIQUE (name)
);
CREATE TABLE logical_sources (
	id INTEGER NOT NULL,
	publisher VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	CONSTRAINT pk_logical_sources PRIMARY KEY (id),
	CONSTRAINT uq_logical_sources_publisher_kind_subject UNIQUE (publisher, kind, subject),
	CONSTRAINT ck_logical_sources_kind_vocabulary CHECK (kind = 'notes' OR kind = 'registry' OR kind = 'results' OR kind = 'benchmark' OR kind = 'metadata' OR kind = 'bench_job')
);
CREATE TABLE papers (
	id INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	arxiv_id VARCHAR,
	title VARCHAR,
	url VARCHAR NOT NULL,
	submitted VARCHAR,
	submitted_precision VARCHAR,
	revised VARCHAR,
	revised_precision VARCHAR,
	authors JSON,
	venue VARCHAR,
	doi VARCHAR,
	CONSTRAINT pk_papers PRIMARY KEY (id),
	CONSTRAINT ck_papers_submitted_precision_vocabulary CHECK (submitted_precision = 'year' OR submitted_precision = 'month' OR submitted_precision = 'day'),
	CONSTRAINT ck_papers_revised_precision_vocabulary CHECK (revised_precision = 'year' OR revised_precision = 'month' OR revised_precision = 'day'),
	CONSTRAINT ck_papers_submitted_has_precision CHECK ((submitted IS NULL) = (submitted_precision IS NULL)),
	CONSTRAINT ck_papers_revised_has_precision CHECK ((revised IS NULL) = (revised_precision IS NULL)),
	CONSTRAINT uq_papers_key UNIQUE ("key"),
	CONSTRAINT uq_papers_arxiv_id UNIQUE (arxiv_id),
	CONSTRAINT uq_papers_doi UNIQUE (doi)
);
CREATE TABLE series (
	id INTEGER NOT NULL,
	model VARCHAR NOT NULL,
	img_size INTEGER NOT NULL,
	batch_size INTEGER NOT NULL,
	task VARCHAR NOT NULL,
	precision VARCHAR NOT NULL,
	layout VARCHAR NOT NULL,
	compile VARCHAR NOT NULL,
	device_key VARCHAR NOT NULL,
	protocol VARCHAR NOT NULL,
	metric VARCHAR NOT NULL,
	CONSTRAINT pk_series PRIMARY KEY (id),
	CONSTRAINT uq_series_key UNIQUE (model, img_size, batch_size, task, precision, layout, compile, device_key, protocol, metric)
);
CREATE TABLE benchmark_runs (
	id INTEGER NOT NULL,
	slug VARCHAR NOT NULL,
	logical_source_id INTEGER NOT NULL,
	environment_id INTEGER NOT NULL,
	task VARCHAR NOT NULL,
	precision VARCHAR NOT NULL,
	layout VARCHAR NOT NULL,
	compile VARCHAR NOT NULL,
	protocol VARCHAR NOT NULL,
	started_at VARCHAR(27),
	machine_label VARCHAR,
	compile_mode VARCHAR,
	protocol_version VARCHAR DEFAULT '1' NOT NULL,
	purpose VARCHAR DEFAULT 'manual' NOT NULL,
	finished_at VARCHAR(27),
	night VARCHAR,
	timezone VARCHAR,
	control_drift DOUBLE,
	CONSTRAINT pk_benchmark_runs PRIMARY KEY (id),
	CONSTRAINT ck_benchmark_runs_task_vocabulary CHECK (task = 'infer' OR task = 'train'),
	CONSTRAINT ck_benchmark_runs_precision_vocabulary CHECK (precision = 'fp32' OR precision = 'tf32' OR precision = 'fp16' OR precision = 'bf16' OR precision = 'amp' OR precision = 'amp_bf16'),
	CONSTRAINT ck_benchmark_runs_layout_vocabulary CHECK (layout = 'nchw' OR layout = 'nhwc'),
	CONSTRAINT ck_benchmark_runs_compile_vocabulary CHECK (compile = 'off' OR compile = 'inductor'),
	CONSTRAINT ck_benchmark_runs_protocol_vocabulary CHECK (protocol = 'timm-mean' OR protocol = 'backbonedb-median'),
	CONSTRAINT ck_benchmark_runs_purpose_vocabulary CHECK (purpose = 'manual' OR purpose = 'nightly'),
	CONSTRAINT ck_benchmark_runs_control_drift_finite CHECK (control_drift >= 0 AND control_drift < 1e300),
	CONSTRAINT uq_benchmark_runs_slug UNIQUE (slug),
	CONSTRAINT uq_benchmark_runs_logical_source_id UNIQUE (logical_source_id),
	CONSTRAINT fk_benchmark_runs_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id),
	CONSTRAINT fk_benchmark_runs_environment_id FOREIGN KEY(environment_id) REFERENCES environments (id)
);
CREATE INDEX ix_benchmark_runs_environment_id ON benchmark_runs (environment_id);
CREATE TABLE datasets (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	class_count INTEGER NOT NULL,
	image_count INTEGER NOT NULL,
	paper_id INTEGER,
	clean_dataset_id INTEGER,
	CONSTRAINT pk_datasets PRIMARY KEY (id),
	CONSTRAINT ck_datasets_counts_positive CHECK (class_count > 0 AND image_count > 0),
	CONSTRAINT uq_datasets_name UNIQUE (name),
	CONSTRAINT fk_datasets_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id),
	CONSTRAINT fk_datasets_clean_dataset_id FOREIGN KEY(clean_dataset_id) REFERENCES datasets (id)
);
CREATE INDEX ix_datasets_paper_id ON datasets (paper_id);
CREATE TABLE sources (
	id INTEGER NOT NULL,
	logical_source_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	uri VARCHAR NOT NULL,
	revision VARCHAR,
	published_at VARCHAR(27),
	retrieved_at VARCHAR(27) NOT NULL,
	sha256 VARCHAR NOT NULL,
	byte_count INTEGER NOT NULL,
	row_count INTEGER NOT NULL,
	header VARCHAR,
	licence VARCHAR,
	is_current BOOLEAN NOT NULL,
	CONSTRAINT pk_sources PRIMARY KEY (id),
	CONSTRAINT ck_sources_sha256_length CHECK (length(sha256) = 64),
	CONSTRAINT fk_sources_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id)
);
CREATE INDEX ix_sources_logical_source_id ON sources (logical_source_id, id);
CREATE UNIQUE INDEX uq_sources_current ON sources (logical_source_id) WHERE is_current;
CREATE TABLE submissions (
	id INTEGER NOT NULL,
	token_id INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	sha256 VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	received_at VARCHAR(27) NOT NULL,
	CONSTRAINT pk_submissions PRIMARY KEY (id),
	CONSTRAINT ck_submissions_sha256_length CHECK (length(sha256) = 64),
	CONSTRAINT uq_submissions_token_id_key UNIQUE (token_id, "key"),
	CONSTRAINT fk_submissions_token_id FOREIGN KEY(token_id) REFERENCES api_tokens (id)
);
CREATE TABLE alerts (
	id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	device_key VARCHAR NOT NULL,
	series_id INTEGER,
	run_id INTEGER,
	state VARCHAR NOT NULL,
	verdict VARCHAR,
	ratio DOUBLE,
	ratio_low DOUBLE,
	ratio_high DOUBLE,
	baseline DOUBLE,
	value DOUBLE,
	q_value DOUBLE,
	text VARCHAR NOT NULL,
	raised_at VARCHAR(27) NOT NULL,
	judged_at VARCHAR(27),
	judged_by VARCHAR,
	remark VARCHAR,
	CONSTRAINT pk_alerts PRIMARY KEY (id),
	CONSTRAINT ck_alerts_kind_vocabulary CHECK (kind = 'regression' OR kind = 'improvement' OR kind = 'environment_change' OR kind = 'common_mode' OR kind = 'missed_night'),
	CONSTRAINT ck_alerts_state_vocabulary CHECK (state = 'open' OR state = 'closed' OR state = 'accepted' OR state = 'muted'),
	CONSTRAINT ck_alerts_verdict_vocabulary CHECK (verdict = 'real' OR verdict = 'noise'),
	CONSTRAINT ck_alerts_ratio_finite CHECK (ratio > 0 AND ratio < 1e300),
	CONSTRAINT ck_alerts_ratio_low_finite CHECK (ratio_low >= 0 AND ratio_low < 1e300),
	CONSTRAINT ck_alerts_ratio_high_finite CHECK (ratio_high >= 0 AND ratio_high < 1e300),
	CONSTRAINT ck_alerts_baseline_finite CHECK (baseline > 0 AND baseline < 1e300),
	CONSTRAINT ck_alerts_value_finite CHECK (value > 0 AND value < 1e300),
	CONSTRAINT ck_alerts_q_value_range CHECK (q_value >= 0 AND q_value <= 1),
	CONSTRAINT ck_alerts_verdict_has_time CHECK ((verdict IS NULL) = (judged_at IS NULL)),
	CONSTRAINT fk_alerts_series_id FOREIGN KEY(series_id) REFERENCES series (id),
	CONSTRAINT fk_alerts_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id)
);
CREATE INDEX ix_alerts_device_key ON alerts (device_key);
CREATE INDEX ix_alerts_raised_at ON alerts (raised_at);
CREATE INDEX ix_alerts_run_id ON alerts (run_id);
CREATE INDEX ix_alerts_series_id ON alerts (series_id);
CREATE TABLE change_points (
	id INTEGER NOT NULL,
	series_id INTEGER NOT NULL,
	run_id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	ratio DOUBLE,
	CONSTRAINT pk_change_points PRIMARY KEY (id),
	CONSTRAINT ck_change_points_kind_vocabulary CHECK (kind = 'detected' OR kind = 'environment' OR kind = 'accepted'),
	CONSTRAINT ck_change_points_ratio_finite CHECK (ratio > 0 AND ratio < 1e300),
	CONSTRAINT uq_change_points_series_id_run_id_kind UNIQUE (series_id, run_id, kind),
	CONSTRAINT fk_change_points_series_id FOREIGN KEY(series_id) REFERENCES series (id),
	CONSTRAINT fk_change_points_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id)
);
CREATE INDEX ix_change_points_run_id ON change_points (run_id);
CREATE TABLE ingests (
	id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	started_at VARCHAR(27) NOT NULL,
	finished_at VARCHAR(27) NOT NULL,
	added_count INTEGER NOT NULL,
	closed_count INTEGER NOT NULL,
	unchanged_count INTEGER NOT NULL,
	program_version VARCHAR NOT NULL,
	is_forced BOOLEAN NOT NULL,
	CONSTRAINT pk_ingests PRIMARY KEY (id),
	CONSTRAINT uq_ingests_source_id UNIQUE (source_id),
	CONSTRAINT fk_ingests_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
);
CREATE TABLE problems (
	id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	line INTEGER,
	column_name VARCHAR,
	code VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	is_derived BOOLEAN NOT NULL,
	CONSTRAINT pk_problems PRIMARY KEY (id),
	CONSTRAINT fk_problems_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
);
CREATE INDEX ix_problems_source_id ON problems (source_id, line);
CREATE TABLE source_rows (
	source_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	cells VARCHAR NOT NULL,
	CONSTRAINT pk_source_rows PRIMARY KEY (source_id, line),
	CONSTRAINT fk_source_rows_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID;
CREATE TABLE measurement_samples (
	source_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	samples_ms VARCHAR NOT NULL,
	CONSTRAINT pk_measurement_samples PRIMARY KEY (source_id, line),
	CONSTRAINT fk_measurement_samples_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line)
)
 WITHOUT ROWID;
CREATE TABLE models (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	family_id INTEGER,
	year INTEGER,
	year_source VARCHAR,
	parameters BIGINT,
	module VARCHAR,
	is_registered BOOLEAN NOT NULL,
	source_id INTEGER,
	line INTEGER,
	CONSTRAINT pk_models PRIMARY KEY (id),
	CONSTRAINT ck_models_year_source_vocabulary CHECK (year_source = 'note' OR year_source = 'note_sibling' OR year_source = 'note_remark' OR year_source = 'note_family' OR year_source = 'paper'),
	CONSTRAINT ck_models_year_range CHECK (year BETWEEN 1950 AND 2100),
	CONSTRAINT ck_models_year_has_source CHECK ((year IS NULL) = (year_source IS NULL)),
	CONSTRAINT ck_models_parameters_positive CHECK (parameters > 0),
	CONSTRAINT fk_models_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT uq_models_name UNIQUE (name),
	CONSTRAINT fk_models_family_id FOREIGN KEY(family_id) REFERENCES families (id)
);
CREATE INDEX ix_models_family_id ON models (family_id);
CREATE INDEX ix_models_year ON models (year);
CREATE TABLE measurements (
	id INTEGER NOT NULL,
	run_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	until_source_id INTEGER,
	model_id INTEGER NOT NULL,
	name_written VARCHAR NOT NULL,
	img_size INTEGER NOT NULL,
	batch_size INTEGER,
	status VARCHAR NOT NULL,
	samples_per_second DOUBLE,
	step_time_ms DOUBLE,
	gmacs DOUBLE,
	macts DOUBLE,
	param_count DOUBLE,
	is_contradictory BOOLEAN NOT NULL,
	repeat INTEGER DEFAULT '1' NOT NULL,
	reason VARCHAR,
	is_max_batch_size BOOLEAN,
	sample_count INTEGER,
	is_low_n BOOLEAN,
	wall_samples_per_second DOUBLE,
	step_time_mean_ms DOUBLE,
	step_time_p5_ms DOUBLE,
	step_time_p90_ms DOUBLE,
	step_time_p95_ms DOUBLE,
	step_time_p99_ms DOUBLE,
	step_time_mad_ms DOUBLE,
	step_time_cv DOUBLE,
	first_step_s DOUBLE,
	compile_time_s DOUBLE,
	peak_memory_mib DOUBLE,
	peak_memory_reserved_mib DOUBLE,
	energy_per_image_j DOUBLE,
	cost_counter VARCHAR,
	is_output_finite BOOLEAN,
	series_id INTEGER,
	CONSTRAINT pk_measurements PRIMARY KEY (id),
	CONSTRAINT fk_measurements_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT ck_measurements_status_vocabulary CHECK (status = 'ok' OR status = 'oom' OR status = 'error' OR status = 'timeout' OR status = 'unstable' OR status = 'missing'),
	CONSTRAINT ck_measurements_img_size_positive CHECK (img_size > 0),
	CONSTRAINT ck_measurements_batch_size_positive CHECK (batch_size > 0),
	CONSTRAINT ck_measurements_ok_has_figure CHECK (status <> 'ok' OR (samples_per_second IS NOT NULL AND batch_size IS NOT NULL)),
	CONSTRAINT ck_measurements_samples_per_second_finite CHECK (samples_per_second > 0 AND samples_per_second < 1e300),
	CONSTRAINT ck_measurements_step_time_ms_finite CHECK (step_time_ms > 0 AND step_time_ms < 1e300),
	CONSTRAINT ck_measurements_gmacs_finite CHECK (gmacs >= 0 AND gmacs < 1e300),
	CONSTRAINT ck_measurements_macts_finite CHECK (macts >= 0 AND macts < 1e300),
	CONSTRAINT ck_measurements_param_count_finite CHECK (param_count > 0 AND param_count < 1e300),
	CONSTRAINT ck_measurements_repeat_positive CHECK (repeat > 0),
	CONSTRAINT ck_measurements_figures_finite CHECK (coalesce(wall_samples_per_second, step_time_mean_ms, step_time_p5_ms, step_time_p90_ms, step_time_p95_ms, step_time_p99_ms, step_time_mad_ms, step_time_cv, first_step_s, compile_time_s, peak_memory_mib, peak_memory_reserved_mib, energy_per_image_j) IS NULL OR (wall_samples_per_second >= 0 AND wall_samples_per_second < 1e300 AND step_time_mean_ms >= 0 AND step_time_mean_ms < 1e300 AND step_time_p5_ms >= 0 AND step_time_p5_ms < 1e300 AND step_time_p90_ms >= 0 AND step_time_p90_ms < 1e300 AND step_time_p95_ms >= 0 AND step_time_p95_ms < 1e300 AND step_time_p99_ms >= 0 AND step_time_p99_ms < 1e300 AND step_time_mad_ms >= 0 AND step_time_mad_ms < 1e300 AND step_time_cv >= 0 AND step_time_cv < 1e300 AND first_step_s >= 0 AND first_step_s < 1e300 AND compile_time_s >= 0 AND compile_time_s < 1e300 AND peak_memory_mib >= 0 AND peak_memory_mib < 1e300 AND peak_memory_reserved_mib >= 0 AND peak_memory_reserved_mib < 1e300 AND energy_per_image_j >= 0 AND energy_per_image_j < 1e300)),
	CONSTRAINT ck_measurements_until_after_from CHECK (until_source_id > source_id),
	CONSTRAINT uq_measurements_key UNIQUE (run_id, name_written, img_size, batch_size, repeat, source_id),
	CONSTRAINT fk_measurements_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id),
	CONSTRAINT fk_measurements_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id),
	CONSTRAINT fk_measurements_model_id FOREIGN KEY(model_id) REFERENCES models (id),
	CONSTRAINT fk_measurements_series_id FOREIGN KEY(series_id) REFERENCES series (id)
);
CREATE INDEX ix_measurements_model_id ON measurements (model_id, img_size, run_id);
CREATE INDEX ix_measurements_series_id ON measurements (series_id) WHERE series_id IS NOT NULL;
CREATE UNIQUE INDEX uq_measurements_without_batch_size ON measurements (run_id, name_written, img_size, repeat, source_id) WHERE batch_size IS NULL;
CREATE TABLE model_papers (
	model_id INTEGER NOT NULL,
	paper_id INTEGER NOT NULL,
	relation VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	confidence VARCHAR NOT NULL,
	CONSTRAINT pk_model_papers PRIMARY KEY (model_id, paper_id),
	CONSTRAINT ck_model_papers_relation_vocabulary CHECK (relation = 'introduces' OR relation = 'related'),
	CONSTRAINT ck_model_papers_source_vocabulary CHECK (source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'),
	CONSTRAINT ck_model_papers_confidence_vocabulary CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'),
	CONSTRAINT fk_model_papers_model_id FOREIGN KEY(model_id) REFERENCES models (id),
	CONSTRAINT fk_model_papers_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id)
);
CREATE INDEX ix_model_papers_paper_id ON model_papers (paper_id);
CREATE UNIQUE INDEX uq_model_papers_introduces ON model_papers (model_id) WHERE relation = 'introduces';
CREATE TABLE variants (
	id INTEGER NOT NULL,
	model_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	tag VARCHAR,
	licence_id INTEGER,
	hub_id VARCHAR,
	class_count INTEGER,
	interpolation VARCHAR,
	crop_mode VARCHAR,
	mean JSON,
	std JSON,
	pretrained_on VARCHAR,
	fine_tuned_on VARCHAR,
	recipe VARCHAR,
	origin VARCHAR,
	is_distilled BOOLEAN,
	extra_data VARCHAR,
	trained_by VARCHAR,
	is_registered BOOLEAN NOT NULL,
	is_default BOOLEAN NOT NULL,
	source_id INTEGER,
	line INTEGER,
	CONSTRAINT pk_variants PRIMARY KEY (id),
	CONSTRAINT fk_variants_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT ck_variants_class_count_not_negative CHECK (class_count >= 0),
	CONSTRAINT fk_variants_model_id FOREIGN KEY(model_id) REFERENCES models (id),
	CONSTRAINT uq_variants_name UNIQUE (name),
	CONSTRAINT fk_variants_licence_id FOREIGN KEY(licence_id) REFERENCES licences (id)
);
CREATE INDEX ix_variants_licence_id ON variants (licence_id);
CREATE INDEX ix_variants_model_id ON variants (model_id, name);
CREATE TABLE aliases (
	id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	target VARCHAR,
	model_id INTEGER,
	variant_id INTEGER,
	source_id INTEGER,
	line INTEGER,
	CONSTRAINT pk_aliases PRIMARY KEY (id),
	CONSTRAINT ck_aliases_kind_vocabulary CHECK (kind = 'deprecated' OR kind = 'spelling'),
	CONSTRAINT fk_aliases_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT uq_aliases_name UNIQUE (name),
	CONSTRAINT fk_aliases_model_id FOREIGN KEY(model_id) REFERENCES models (id),
	CONSTRAINT fk_aliases_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE INDEX ix_aliases_model_id ON aliases (model_id);
CREATE INDEX ix_aliases_variant_id ON aliases (variant_id);
CREATE TABLE evaluations (
	id INTEGER NOT NULL,
	logical_source_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	until_source_id INTEGER,
	dataset_id INTEGER NOT NULL,
	variant_id INTEGER NOT NULL,
	name_written VARCHAR NOT NULL,
	img_size INTEGER NOT NULL,
	top1 DOUBLE NOT NULL,
	top5 DOUBLE NOT NULL,
	param_count DOUBLE,
	crop_pct DOUBLE,
	interpolation VARCHAR,
	is_shown BOOLEAN NOT NULL,
	CONSTRAINT pk_evaluations PRIMARY KEY (id),
	CONSTRAINT fk_evaluations_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT uq_evaluations_logical_source_id_name_written_img_size_source_id UNIQUE (logical_source_id, name_written, img_size, source_id),
	CONSTRAINT ck_evaluations_top1_percent CHECK (top1 >= 0 AND top1 <= 100),
	CONSTRAINT ck_evaluations_top5_percent CHECK (top5 >= 0 AND top5 <= 100),
	CONSTRAINT ck_evaluations_top5_not_below_top1 CHECK (top5 >= top1),
	CONSTRAINT ck_evaluations_img_size_positive CHECK (img_size > 0),
	CONSTRAINT ck_evaluations_param_count_finite CHECK (param_count > 0 AND param_count < 1e300),
	CONSTRAINT ck_evaluations_crop_pct_finite CHECK (crop_pct > 0 AND crop_pct < 1e300),
	CONSTRAINT ck_evaluations_until_after_from CHECK (until_source_id > source_id),
	CONSTRAINT ck_evaluations_shown_is_current CHECK (NOT is_shown OR until_source_id IS NULL),
	CONSTRAINT fk_evaluations_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id),
	CONSTRAINT fk_evaluations_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id),
	CONSTRAINT fk_evaluations_dataset_id FOREIGN KEY(dataset_id) REFERENCES datasets (id),
	CONSTRAINT fk_evaluations_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE INDEX ix_evaluations_shown ON evaluations (dataset_id, img_size, top1, id, variant_id) WHERE is_shown = 1;
CREATE INDEX ix_evaluations_variant_id ON evaluations (variant_id, dataset_id, img_size);
CREATE UNIQUE INDEX uq_evaluations_current ON evaluations (logical_source_id, name_written, img_size) WHERE until_source_id IS NULL;
CREATE TABLE notes (
	id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	year INTEGER,
	title VARCHAR NOT NULL,
	link VARCHAR,
	link_name VARCHAR,
	link_variant_id INTEGER,
	date VARCHAR,
	date_precision VARCHAR,
	date_written VARCHAR,
	image_sizes JSON NOT NULL,
	line INTEGER NOT NULL,
	end_line INTEGER NOT NULL,
	CONSTRAINT pk_notes PRIMARY KEY (id),
	CONSTRAINT uq_notes_source_id_position UNIQUE (source_id, position),
	CONSTRAINT ck_notes_date_precision_vocabulary CHECK (date_precision = 'year' OR date_precision = 'month' OR date_precision = 'day'),
	CONSTRAINT fk_notes_source_id FOREIGN KEY(source_id) REFERENCES sources (id),
	CONSTRAINT fk_notes_link_variant_id FOREIGN KEY(link_variant_id) REFERENCES variants (id)
);
CREATE INDEX ix_notes_link_variant_id ON notes (link_variant_id);
CREATE TABLE resolutions (
	id INTEGER NOT NULL,
	variant_id INTEGER NOT NULL,
	purpose VARCHAR NOT NULL,
	height INTEGER NOT NULL,
	width INTEGER NOT NULL,
	crop_pct DOUBLE,
	is_fixed BOOLEAN NOT NULL,
	CONSTRAINT pk_resolutions PRIMARY KEY (id),
	CONSTRAINT uq_resolutions_variant_id_purpose_height_width UNIQUE (variant_id, purpose, height, width),
	CONSTRAINT ck_resolutions_purpose_vocabulary CHECK (purpose = 'train' OR purpose = 'test' OR purpose = 'minimum' OR purpose = 'note'),
	CONSTRAINT ck_resolutions_size_positive CHECK (height > 0 AND width > 0),
	CONSTRAINT ck_resolutions_crop_pct_finite CHECK (crop_pct > 0 AND crop_pct < 1e300),
	CONSTRAINT fk_resolutions_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE TABLE variant_labels (
	id INTEGER NOT NULL,
	logical_source_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	until_source_id INTEGER,
	variant_id INTEGER NOT NULL,
	name_written VARCHAR NOT NULL,
	pretrain VARCHAR NOT NULL,
	CONSTRAINT pk_variant_labels PRIMARY KEY (id),
	CONSTRAINT fk_variant_labels_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line),
	CONSTRAINT uq_variant_labels_logical_source_id_name_written_source_id UNIQUE (logical_source_id, name_written, source_id),
	CONSTRAINT ck_variant_labels_until_after_from CHECK (until_source_id > source_id),
	CONSTRAINT fk_variant_labels_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id),
	CONSTRAINT fk_variant_labels_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id),
	CONSTRAINT fk_variant_labels_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE INDEX ix_variant_labels_variant_id ON variant_labels (variant_id);
CREATE UNIQUE INDEX uq_variant_labels_current ON variant_labels (logical_source_id, name_written) WHERE until_source_id IS NULL;
CREATE TABLE variant_papers (
	variant_id INTEGER NOT NULL,
	paper_id INTEGER NOT NULL,
	relation VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	confidence VARCHAR NOT NULL,
	CONSTRAINT pk_variant_papers PRIMARY KEY (variant_id, paper_id),
	CONSTRAINT ck_variant_papers_relation_vocabulary CHECK (relation = 'trains'),
	CONSTRAINT ck_variant_papers_source_vocabulary CHECK (source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'),
	CONSTRAINT ck_variant_papers_confidence_vocabulary CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'),
	CONSTRAINT fk_variant_papers_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id),
	CONSTRAINT fk_variant_papers_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id)
);
CREATE INDEX ix_variant_papers_paper_id ON variant_papers (paper_id);
CREATE TABLE note_remarks (
	note_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	parent_position INTEGER,
	kind VARCHAR NOT NULL,
	line INTEGER NOT NULL,
	raw VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	CONSTRAINT pk_note_remarks PRIMARY KEY (note_id, position),
	CONSTRAINT fk_note_remarks_note_id_parent_position FOREIGN KEY(note_id, parent_position) REFERENCES note_remarks (note_id, position),
	CONSTRAINT ck_note_remarks_kind_vocabulary CHECK (kind = 'bullet' OR kind = 'text'),
	CONSTRAINT ck_note_remarks_parent_before_child CHECK (parent_position < position),
	CONSTRAINT fk_note_remarks_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_sizes (
	note_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	purpose VARCHAR NOT NULL,
	height INTEGER NOT NULL,
	width INTEGER NOT NULL,
	line INTEGER NOT NULL,
	CONSTRAINT pk_note_sizes PRIMARY KEY (note_id, position),
	CONSTRAINT ck_note_sizes_purpose_vocabulary CHECK (purpose = 'any' OR purpose = 'train' OR purpose = 'test'),
	CONSTRAINT ck_note_sizes_size_positive CHECK (height > 0 AND width > 0),
	CONSTRAINT fk_note_sizes_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_models (
	note_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	remark_position INTEGER,
	name_written VARCHAR NOT NULL,
	relation VARCHAR NOT NULL,
	words VARCHAR,
	link VARCHAR,
	stated_year INTEGER,
	model_id INTEGER,
	variant_id INTEGER,
	family_id INTEGER,
	CONSTRAINT pk_note_models PRIMARY KEY (note_id, position),
	CONSTRAINT ck_note_models_relation_vocabulary CHECK (relation = 'subject' OR relation = 'covers' OR relation = 'sibling' OR relation = 'related' OR relation = 'best' OR relation = 'mention'),
	CONSTRAINT fk_note_models_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position),
	CONSTRAINT fk_note_models_note_id FOREIGN KEY(note_id) REFERENCES notes (id),
	CONSTRAINT fk_note_models_model_id FOREIGN KEY(model_id) REFERENCES models (id),
	CONSTRAINT fk_note_models_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id),
	CONSTRAINT fk_note_models_family_id FOREIGN KEY(family_id) REFERENCES families (id)
);
CREATE INDEX ix_note_models_family_id ON note_models (family_id);
CREATE INDEX ix_note_models_model_id ON note_models (model_id);
CREATE INDEX ix_note_models_variant_id ON note_models (variant_id);
CREATE TABLE note_papers (
	note_id INTEGER NOT NULL,
	arxiv_id VARCHAR NOT NULL,
	relation VARCHAR NOT NULL,
	remark_position INTEGER,
	CONSTRAINT pk_note_papers PRIMARY KEY (note_id, arxiv_id),
	CONSTRAINT ck_note_papers_relation_vocabulary CHECK (relation = 'introduces' OR relation = 'related'),
	CONSTRAINT fk_note_papers_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position),
	CONSTRAINT fk_note_papers_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_trainers (
	note_id INTEGER NOT NULL,
	token VARCHAR NOT NULL,
	person VARCHAR NOT NULL,
	remark_position INTEGER NOT NULL,
	CONSTRAINT pk_note_trainers PRIMARY KEY (note_id, token),
	CONSTRAINT fk_note_trainers_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position),
	CONSTRAINT fk_note_trainers_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
