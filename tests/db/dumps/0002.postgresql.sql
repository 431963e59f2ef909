--
-- PostgreSQL database dump
--

\restrict vigr08mvOybLffluIo3nft6JNnB5cg5l7Eewep2QnrHh3AHjEljFeDzRJ36cLE1

-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: alerts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alerts (
    id integer NOT NULL,
    kind character varying NOT NULL,
    device_key character varying NOT NULL COLLATE pg_catalog."C",
    series_id integer,
    run_id integer,
    state character varying NOT NULL,
    verdict character varying,
    ratio double precision,
    ratio_low double precision,
    ratio_high double precision,
    baseline double precision,
    value double precision,
    q_value double precision,
    text character varying NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    judged_at timestamp with time zone,
    judged_by character varying,
    remark character varying,
    CONSTRAINT ck_alerts_baseline_finite CHECK (((baseline > (0)::double precision) AND (baseline < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_alerts_kind_vocabulary CHECK ((((kind)::text = 'regression'::text) OR ((kind)::text = 'improvement'::text) OR ((kind)::text = 'environment_change'::text) OR ((kind)::text = 'common_mode'::text) OR ((kind)::text = 'missed_night'::text))),
    CONSTRAINT ck_alerts_q_value_range CHECK (((q_value >= (0)::double precision) AND (q_value <= (1)::double precision))),
    CONSTRAINT ck_alerts_ratio_finite CHECK (((ratio > (0)::double precision) AND (ratio < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_alerts_ratio_high_finite CHECK (((ratio_high >= (0)::double precision) AND (ratio_high < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_alerts_ratio_low_finite CHECK (((ratio_low >= (0)::double precision) AND (ratio_low < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_alerts_state_vocabulary CHECK ((((state)::text = 'open'::text) OR ((state)::text = 'closed'::text) OR ((state)::text = 'accepted'::text) OR ((state)::text = 'muted'::text))),
    CONSTRAINT ck_alerts_value_finite CHECK (((value > (0)::double precision) AND (value < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_alerts_verdict_has_time CHECK (((verdict IS NULL) = (judged_at IS NULL))),
    CONSTRAINT ck_alerts_verdict_vocabulary CHECK ((((verdict)::text = 'real'::text) OR ((verdict)::text = 'noise'::text)))
);


--
-- Name: TABLE alerts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.alerts IS 'Something worth reading about a night, and what people made of it';


--
-- Name: COLUMN alerts.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.kind IS 'what happened';


--
-- Name: COLUMN alerts.device_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.device_key IS 'device and machine';


--
-- Name: COLUMN alerts.series_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.series_id IS 'of one model; empty for the whole device';


--
-- Name: COLUMN alerts.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.run_id IS 'the run in which it appeared';


--
-- Name: COLUMN alerts.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.state IS 'open until somebody decides';


--
-- Name: COLUMN alerts.verdict; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.verdict IS 'real or noise; empty: not judged';


--
-- Name: COLUMN alerts.ratio; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.ratio IS 'throughput now / before';


--
-- Name: COLUMN alerts.ratio_low; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.ratio_low IS 'lower end of its 95 % interval';


--
-- Name: COLUMN alerts.ratio_high; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.ratio_high IS 'upper end of its 95 % interval';


--
-- Name: COLUMN alerts.baseline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.baseline IS 'throughput before, images/s';


--
-- Name: COLUMN alerts.value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.value IS 'throughput now, images/s';


--
-- Name: COLUMN alerts.q_value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.q_value IS 'false discovery rate at which it would just be reported (Benjamini-Hochberg)';


--
-- Name: COLUMN alerts.text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.text IS 'what happened, in one sentence';


--
-- Name: COLUMN alerts.raised_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.raised_at IS 'UTC';


--
-- Name: COLUMN alerts.judged_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.judged_at IS 'UTC';


--
-- Name: COLUMN alerts.judged_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.judged_by IS 'who judged';


--
-- Name: COLUMN alerts.remark; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.alerts.remark IS 'why, in the judge''s words';


--
-- Name: alerts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.alerts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: alerts_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.alerts_id_seq OWNED BY public.alerts.id;


--
-- Name: aliases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.aliases (
    id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL,
    target character varying COLLATE pg_catalog."C",
    model_id integer,
    variant_id integer,
    source_id integer,
    line integer,
    CONSTRAINT ck_aliases_kind_vocabulary CHECK ((((kind)::text = 'deprecated'::text) OR ((kind)::text = 'spelling'::text)))
);


--
-- Name: TABLE aliases; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.aliases IS 'An old or other spelling of a model or variant';


--
-- Name: COLUMN aliases.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.name IS 'the old spelling';


--
-- Name: COLUMN aliases.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.kind IS 'deprecated by timm, or a spelling met in sources';


--
-- Name: COLUMN aliases.target; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.target IS 'model or variant name it stands for; empty: nothing any more';


--
-- Name: COLUMN aliases.model_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.model_id IS 'the target''s model';


--
-- Name: COLUMN aliases.variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.variant_id IS 'the target, where it is a weight';


--
-- Name: COLUMN aliases.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.source_id IS 'registry revision that states it';


--
-- Name: COLUMN aliases.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.aliases.line IS 'its line in that revision';


--
-- Name: aliases_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.aliases_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: aliases_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.aliases_id_seq OWNED BY public.aliases.id;


--
-- Name: benchmark_runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.benchmark_runs (
    id integer NOT NULL,
    slug character varying NOT NULL COLLATE pg_catalog."C",
    logical_source_id integer NOT NULL,
    environment_id integer NOT NULL,
    task character varying NOT NULL,
    "precision" character varying NOT NULL,
    layout character varying NOT NULL,
    compile character varying NOT NULL,
    protocol character varying NOT NULL,
    started_at timestamp with time zone,
    machine_label character varying,
    compile_mode character varying,
    protocol_version character varying DEFAULT '1'::character varying NOT NULL,
    purpose character varying DEFAULT 'manual'::character varying NOT NULL,
    finished_at timestamp with time zone,
    night character varying COLLATE pg_catalog."C",
    timezone character varying,
    control_drift double precision,
    CONSTRAINT ck_benchmark_runs_compile_vocabulary CHECK ((((compile)::text = 'off'::text) OR ((compile)::text = 'inductor'::text))),
    CONSTRAINT ck_benchmark_runs_control_drift_finite CHECK (((control_drift >= (0)::double precision) AND (control_drift < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_benchmark_runs_layout_vocabulary CHECK ((((layout)::text = 'nchw'::text) OR ((layout)::text = 'nhwc'::text))),
    CONSTRAINT ck_benchmark_runs_precision_vocabulary CHECK (((("precision")::text = 'fp32'::text) OR (("precision")::text = 'tf32'::text) OR (("precision")::text = 'fp16'::text) OR (("precision")::text = 'bf16'::text) OR (("precision")::text = 'amp'::text) OR (("precision")::text = 'amp_bf16'::text))),
    CONSTRAINT ck_benchmark_runs_protocol_vocabulary CHECK ((((protocol)::text = 'timm-mean'::text) OR ((protocol)::text = 'backbonedb-median'::text))),
    CONSTRAINT ck_benchmark_runs_purpose_vocabulary CHECK ((((purpose)::text = 'manual'::text) OR ((purpose)::text = 'nightly'::text))),
    CONSTRAINT ck_benchmark_runs_task_vocabulary CHECK ((((task)::text = 'infer'::text) OR ((task)::text = 'train'::text)))
);


--
-- Name: TABLE benchmark_runs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.benchmark_runs IS 'One job, or one benchmark CSV';


--
-- Name: COLUMN benchmark_runs.slug; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.slug IS 'e.g. infer-amp-nchw-pt291-cu128-rtx4090-dynamo';


--
-- Name: COLUMN benchmark_runs.logical_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.logical_source_id IS 'the source that reports it';


--
-- Name: COLUMN benchmark_runs.task; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.task IS 'infer or train';


--
-- Name: COLUMN benchmark_runs."precision"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs."precision" IS 'number format of the computation';


--
-- Name: COLUMN benchmark_runs.layout; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.layout IS 'memory layout of the input';


--
-- Name: COLUMN benchmark_runs.compile; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.compile IS 'compiler, or off';


--
-- Name: COLUMN benchmark_runs.protocol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.protocol IS 'how the figures were taken';


--
-- Name: COLUMN benchmark_runs.started_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.started_at IS 'UTC';


--
-- Name: COLUMN benchmark_runs.machine_label; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.machine_label IS 'name given to the machine';


--
-- Name: COLUMN benchmark_runs.compile_mode; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.compile_mode IS 'mode of the compiler';


--
-- Name: COLUMN benchmark_runs.protocol_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.protocol_version IS 'figures of two versions are not compared';


--
-- Name: COLUMN benchmark_runs.purpose; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.purpose IS 'manual or nightly';


--
-- Name: COLUMN benchmark_runs.finished_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.finished_at IS 'UTC; empty for a run that did not go through';


--
-- Name: COLUMN benchmark_runs.night; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.night IS 'local date of its start';


--
-- Name: COLUMN benchmark_runs.timezone; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.timezone IS 'IANA name of the local time zone';


--
-- Name: COLUMN benchmark_runs.control_drift; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.benchmark_runs.control_drift IS 'fastest / slowest measurement of the control model in this run, less 1';


--
-- Name: benchmark_runs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.benchmark_runs_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: benchmark_runs_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.benchmark_runs_id_seq OWNED BY public.benchmark_runs.id;


--
-- Name: change_points; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change_points (
    id integer NOT NULL,
    series_id integer NOT NULL,
    run_id integer NOT NULL,
    kind character varying NOT NULL,
    ratio double precision,
    CONSTRAINT ck_change_points_kind_vocabulary CHECK ((((kind)::text = 'detected'::text) OR ((kind)::text = 'environment'::text) OR ((kind)::text = 'accepted'::text))),
    CONSTRAINT ck_change_points_ratio_finite CHECK (((ratio > (0)::double precision) AND (ratio < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision)))
);


--
-- Name: TABLE change_points; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.change_points IS 'The first run of a new segment of a series';


--
-- Name: COLUMN change_points.series_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.change_points.series_id IS 'the series';


--
-- Name: COLUMN change_points.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.change_points.run_id IS 'first run of the new segment';


--
-- Name: COLUMN change_points.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.change_points.kind IS 'detected, environment or accepted';


--
-- Name: COLUMN change_points.ratio; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.change_points.ratio IS 'level after / before; empty while unknown';


--
-- Name: change_points_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.change_points_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: change_points_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.change_points_id_seq OWNED BY public.change_points.id;


--
-- Name: data_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_state (
    id integer NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    rules_sha256 character varying NOT NULL,
    CONSTRAINT ck_data_state_one_row CHECK ((id = 1))
);


--
-- Name: TABLE data_state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.data_state IS 'The one row that says which state of the data this is';


--
-- Name: COLUMN data_state.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.data_state.id IS 'always 1';


--
-- Name: COLUMN data_state.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.data_state.version IS 'grows with every commit that changes data';


--
-- Name: COLUMN data_state.changed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.data_state.changed_at IS 'when it last grew (UTC)';


--
-- Name: COLUMN data_state.rules_sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.data_state.rules_sha256 IS 'of the reviewed tables (families, papers, licences, ...) that derived rows rest on';


--
-- Name: datasets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.datasets (
    id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    title character varying NOT NULL,
    class_count integer NOT NULL,
    image_count integer NOT NULL,
    paper_id integer,
    clean_dataset_id integer,
    CONSTRAINT ck_datasets_counts_positive CHECK (((class_count > 0) AND (image_count > 0)))
);


--
-- Name: TABLE datasets; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.datasets IS 'A test set';


--
-- Name: COLUMN datasets.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.name IS 'e.g. imagenet-a';


--
-- Name: COLUMN datasets.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.title IS 'as the literature writes it';


--
-- Name: COLUMN datasets.class_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.class_count IS 'classes that occur in it';


--
-- Name: COLUMN datasets.image_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.image_count IS 'images';


--
-- Name: COLUMN datasets.paper_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.paper_id IS 'the paper that introduces it';


--
-- Name: COLUMN datasets.clean_dataset_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.datasets.clean_dataset_id IS 'ordinary images of the same classes, to measure the robustness drop against';


--
-- Name: datasets_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.datasets_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: datasets_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.datasets_id_seq OWNED BY public.datasets.id;


--
-- Name: environments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.environments (
    id integer NOT NULL,
    slug character varying NOT NULL COLLATE pg_catalog."C",
    device_key character varying NOT NULL COLLATE pg_catalog."C",
    device_kind character varying NOT NULL,
    device_name character varying,
    device_count integer NOT NULL,
    driver character varying,
    cuda character varying,
    cudnn character varying,
    torch character varying,
    timm character varying,
    python character varying,
    os character varying,
    cpu_model character varying,
    cpu_count integer,
    memory_mib integer,
    device_memory_mib integer,
    power_limit_w double precision,
    is_mig boolean,
    thread_count integer,
    CONSTRAINT ck_environments_device_count_positive CHECK ((device_count > 0)),
    CONSTRAINT ck_environments_device_kind_vocabulary CHECK ((((device_kind)::text = 'cpu'::text) OR ((device_kind)::text = 'cuda'::text) OR ((device_kind)::text = 'other'::text))),
    CONSTRAINT ck_environments_power_limit_w_finite CHECK (((power_limit_w > (0)::double precision) AND (power_limit_w < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision)))
);


--
-- Name: TABLE environments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.environments IS 'Software and hardware that a run had';


--
-- Name: COLUMN environments.slug; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.slug IS 'e.g. rtx4090-pt291-cu128';


--
-- Name: COLUMN environments.device_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.device_key IS 'e.g. rtx4090';


--
-- Name: COLUMN environments.device_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.device_kind IS 'cpu, cuda or other';


--
-- Name: COLUMN environments.device_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.device_name IS 'as the device calls itself';


--
-- Name: COLUMN environments.device_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.device_count IS 'devices used together';


--
-- Name: COLUMN environments.driver; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.driver IS 'driver version';


--
-- Name: COLUMN environments.cuda; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.cuda IS 'CUDA version, e.g. 12.8';


--
-- Name: COLUMN environments.cudnn; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.cudnn IS 'cuDNN version';


--
-- Name: COLUMN environments.torch; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.torch IS 'PyTorch version, e.g. 2.9.1';


--
-- Name: COLUMN environments.timm; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.timm IS 'timm version';


--
-- Name: COLUMN environments.python; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.python IS 'Python version';


--
-- Name: COLUMN environments.os; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.os IS 'operating system';


--
-- Name: COLUMN environments.cpu_model; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.cpu_model IS 'processor, as it calls itself';


--
-- Name: COLUMN environments.cpu_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.cpu_count IS 'cores that the job may use';


--
-- Name: COLUMN environments.memory_mib; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.memory_mib IS 'main memory, MiB';


--
-- Name: COLUMN environments.device_memory_mib; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.device_memory_mib IS 'memory of the accelerator, MiB';


--
-- Name: COLUMN environments.power_limit_w; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.power_limit_w IS 'of the accelerator, watts';


--
-- Name: COLUMN environments.is_mig; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.is_mig IS 'whether the accelerator is cut into instances (MIG)';


--
-- Name: COLUMN environments.thread_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.environments.thread_count IS 'threads of PyTorch on a CPU';


--
-- Name: environments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.environments_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: environments_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.environments_id_seq OWNED BY public.environments.id;


--
-- Name: evaluations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evaluations (
    id integer NOT NULL,
    logical_source_id integer NOT NULL,
    source_id integer NOT NULL,
    line integer NOT NULL,
    until_source_id integer,
    dataset_id integer NOT NULL,
    variant_id integer NOT NULL,
    name_written character varying NOT NULL COLLATE pg_catalog."C",
    img_size integer NOT NULL,
    top1 double precision NOT NULL,
    top5 double precision NOT NULL,
    param_count double precision,
    crop_pct double precision,
    interpolation character varying,
    is_shown boolean NOT NULL,
    CONSTRAINT ck_evaluations_crop_pct_finite CHECK (((crop_pct > (0)::double precision) AND (crop_pct < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_evaluations_img_size_positive CHECK ((img_size > 0)),
    CONSTRAINT ck_evaluations_param_count_finite CHECK (((param_count > (0)::double precision) AND (param_count < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_evaluations_shown_is_current CHECK (((NOT is_shown) OR (until_source_id IS NULL))),
    CONSTRAINT ck_evaluations_top1_percent CHECK (((top1 >= (0)::double precision) AND (top1 <= (100)::double precision))),
    CONSTRAINT ck_evaluations_top5_not_below_top1 CHECK ((top5 >= top1)),
    CONSTRAINT ck_evaluations_top5_percent CHECK (((top5 >= (0)::double precision) AND (top5 <= (100)::double precision))),
    CONSTRAINT ck_evaluations_until_after_from CHECK ((until_source_id > source_id))
);


--
-- Name: TABLE evaluations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.evaluations IS 'Accuracy of a weight on a test set at an image size';


--
-- Name: COLUMN evaluations.logical_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.logical_source_id IS 'the series of revisions that it is part of';


--
-- Name: COLUMN evaluations.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.source_id IS 'revision that brought the row';


--
-- Name: COLUMN evaluations.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.line IS 'its line in that revision';


--
-- Name: COLUMN evaluations.until_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.until_source_id IS 'revision that ended it; empty: current';


--
-- Name: COLUMN evaluations.dataset_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.dataset_id IS 'the test set';


--
-- Name: COLUMN evaluations.variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.variant_id IS 'the weight';


--
-- Name: COLUMN evaluations.name_written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.name_written IS 'the weight''s name as written';


--
-- Name: COLUMN evaluations.img_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.img_size IS 'height and width tested at, pixels';


--
-- Name: COLUMN evaluations.top1; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.top1 IS 'top-1 accuracy, percent';


--
-- Name: COLUMN evaluations.top5; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.top5 IS 'top-5 accuracy, percent';


--
-- Name: COLUMN evaluations.param_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.param_count IS 'parameters as written, millions';


--
-- Name: COLUMN evaluations.crop_pct; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.crop_pct IS 'share of the resized image kept, 0..1';


--
-- Name: COLUMN evaluations.interpolation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.interpolation IS 'resizing before inference';


--
-- Name: COLUMN evaluations.is_shown; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evaluations.is_shown IS 'whether it is the one shown of the current rows for its weight, set and size';


--
-- Name: evaluations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.evaluations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: evaluations_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.evaluations_id_seq OWNED BY public.evaluations.id;


--
-- Name: families; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.families (
    id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    title character varying NOT NULL
);


--
-- Name: TABLE families; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.families IS 'A named line of models, from the reviewed list';


--
-- Name: COLUMN families.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.families.name IS 'key, e.g. deit3';


--
-- Name: COLUMN families.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.families.title IS 'as the literature writes it, e.g. DeiT III';


--
-- Name: families_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.families_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: families_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.families_id_seq OWNED BY public.families.id;


--
-- Name: ingests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ingests (
    id integer NOT NULL,
    source_id integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    added_count integer NOT NULL,
    closed_count integer NOT NULL,
    unchanged_count integer NOT NULL,
    program_version character varying NOT NULL,
    is_forced boolean NOT NULL
);


--
-- Name: TABLE ingests; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.ingests IS 'One ingest that changed the database';


--
-- Name: COLUMN ingests.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.source_id IS 'the revision it brought';


--
-- Name: COLUMN ingests.started_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.started_at IS 'UTC';


--
-- Name: COLUMN ingests.finished_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.finished_at IS 'UTC';


--
-- Name: COLUMN ingests.added_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.added_count IS 'records that are new or changed';


--
-- Name: COLUMN ingests.closed_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.closed_count IS 'records superseded or no longer published';


--
-- Name: COLUMN ingests.unchanged_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.unchanged_count IS 'records that stayed as they were';


--
-- Name: COLUMN ingests.program_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.program_version IS 'version of backbonedb';


--
-- Name: COLUMN ingests.is_forced; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ingests.is_forced IS 'whether a guard was overridden (--force)';


--
-- Name: ingests_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.ingests_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: ingests_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.ingests_id_seq OWNED BY public.ingests.id;


--
-- Name: licences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.licences (
    id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    spdx_id character varying,
    title character varying NOT NULL,
    commercial_use character varying NOT NULL,
    source_url character varying,
    reading character varying,
    CONSTRAINT ck_licences_commercial_use_vocabulary CHECK ((((commercial_use)::text = 'yes'::text) OR ((commercial_use)::text = 'no'::text) OR ((commercial_use)::text = 'unknown'::text))),
    CONSTRAINT ck_licences_reading_has_source CHECK ((((commercial_use)::text = 'unknown'::text) OR (source_url IS NOT NULL)))
);


--
-- Name: TABLE licences; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.licences IS 'A licence as published, with the reviewed reading of it';


--
-- Name: COLUMN licences.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.name IS 'as published';


--
-- Name: COLUMN licences.spdx_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.spdx_id IS 'SPDX identifier, where there is one';


--
-- Name: COLUMN licences.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.title IS 'full name';


--
-- Name: COLUMN licences.commercial_use; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.commercial_use IS 'whether its text permits commercial use: yes, no or unknown';


--
-- Name: COLUMN licences.source_url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.source_url IS 'the text that this reading rests on';


--
-- Name: COLUMN licences.reading; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.licences.reading IS 'why the text is read so, in a sentence';


--
-- Name: licences_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.licences_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: licences_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.licences_id_seq OWNED BY public.licences.id;


--
-- Name: logical_sources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.logical_sources (
    id integer NOT NULL,
    publisher character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    subject character varying NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_logical_sources_kind_vocabulary CHECK ((((kind)::text = 'notes'::text) OR ((kind)::text = 'registry'::text) OR ((kind)::text = 'results'::text) OR ((kind)::text = 'benchmark'::text) OR ((kind)::text = 'metadata'::text) OR ((kind)::text = 'bench_job'::text)))
);


--
-- Name: TABLE logical_sources; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.logical_sources IS 'What a publisher keeps publishing under one subject (a series of revisions)';


--
-- Name: COLUMN logical_sources.publisher; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.logical_sources.publisher IS 'who publishes it, e.g. timm';


--
-- Name: COLUMN logical_sources.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.logical_sources.kind IS 'what it holds: results, benchmark, registry, notes, ...';


--
-- Name: COLUMN logical_sources.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.logical_sources.subject IS 'data set, run or title it is about; empty where there is one only';


--
-- Name: logical_sources_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.logical_sources_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: logical_sources_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.logical_sources_id_seq OWNED BY public.logical_sources.id;


--
-- Name: measurement_samples; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.measurement_samples (
    source_id integer NOT NULL,
    line integer NOT NULL,
    samples_ms character varying NOT NULL
);


--
-- Name: TABLE measurement_samples; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.measurement_samples IS 'Single step times of a measurement';


--
-- Name: COLUMN measurement_samples.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurement_samples.source_id IS 'the revision';


--
-- Name: COLUMN measurement_samples.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurement_samples.line IS 'its line in that revision';


--
-- Name: COLUMN measurement_samples.samples_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurement_samples.samples_ms IS 'JSON array of the step times in their order, milliseconds';


--
-- Name: measurements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.measurements (
    id integer NOT NULL,
    run_id integer NOT NULL,
    source_id integer NOT NULL,
    line integer NOT NULL,
    until_source_id integer,
    model_id integer NOT NULL,
    name_written character varying NOT NULL COLLATE pg_catalog."C",
    img_size integer NOT NULL,
    batch_size integer,
    status character varying NOT NULL,
    samples_per_second double precision,
    step_time_ms double precision,
    gmacs double precision,
    macts double precision,
    param_count double precision,
    is_contradictory boolean NOT NULL,
    repeat integer DEFAULT 1 NOT NULL,
    reason character varying,
    is_max_batch_size boolean,
    sample_count integer,
    is_low_n boolean,
    wall_samples_per_second double precision,
    step_time_mean_ms double precision,
    step_time_p5_ms double precision,
    step_time_p90_ms double precision,
    step_time_p95_ms double precision,
    step_time_p99_ms double precision,
    step_time_mad_ms double precision,
    step_time_cv double precision,
    first_step_s double precision,
    compile_time_s double precision,
    peak_memory_mib double precision,
    peak_memory_reserved_mib double precision,
    energy_per_image_j double precision,
    cost_counter character varying,
    is_output_finite boolean,
    CONSTRAINT ck_measurements_batch_size_positive CHECK ((batch_size > 0)),
    CONSTRAINT ck_measurements_figures_finite CHECK (((COALESCE(wall_samples_per_second, step_time_mean_ms, step_time_p5_ms, step_time_p90_ms, step_time_p95_ms, step_time_p99_ms, step_time_mad_ms, step_time_cv, first_step_s, compile_time_s, peak_memory_mib, peak_memory_reserved_mib, energy_per_image_j) IS NULL) OR ((wall_samples_per_second >= (0)::double precision) AND (wall_samples_per_second < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_mean_ms >= (0)::double precision) AND (step_time_mean_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_p5_ms >= (0)::double precision) AND (step_time_p5_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_p90_ms >= (0)::double precision) AND (step_time_p90_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_p95_ms >= (0)::double precision) AND (step_time_p95_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_p99_ms >= (0)::double precision) AND (step_time_p99_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_mad_ms >= (0)::double precision) AND (step_time_mad_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (step_time_cv >= (0)::double precision) AND (step_time_cv < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (first_step_s >= (0)::double precision) AND (first_step_s < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (compile_time_s >= (0)::double precision) AND (compile_time_s < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (peak_memory_mib >= (0)::double precision) AND (peak_memory_mib < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (peak_memory_reserved_mib >= (0)::double precision) AND (peak_memory_reserved_mib < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision) AND (energy_per_image_j >= (0)::double precision) AND (energy_per_image_j < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision)))),
    CONSTRAINT ck_measurements_gmacs_finite CHECK (((gmacs >= (0)::double precision) AND (gmacs < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_measurements_img_size_positive CHECK ((img_size > 0)),
    CONSTRAINT ck_measurements_macts_finite CHECK (((macts >= (0)::double precision) AND (macts < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_measurements_ok_has_figure CHECK ((((status)::text <> 'ok'::text) OR ((samples_per_second IS NOT NULL) AND (batch_size IS NOT NULL)))),
    CONSTRAINT ck_measurements_param_count_finite CHECK (((param_count > (0)::double precision) AND (param_count < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_measurements_repeat_positive CHECK ((repeat > 0)),
    CONSTRAINT ck_measurements_samples_per_second_finite CHECK (((samples_per_second > (0)::double precision) AND (samples_per_second < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_measurements_status_vocabulary CHECK ((((status)::text = 'ok'::text) OR ((status)::text = 'oom'::text) OR ((status)::text = 'error'::text) OR ((status)::text = 'timeout'::text) OR ((status)::text = 'unstable'::text) OR ((status)::text = 'missing'::text))),
    CONSTRAINT ck_measurements_step_time_ms_finite CHECK (((step_time_ms > (0)::double precision) AND (step_time_ms < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_measurements_until_after_from CHECK ((until_source_id > source_id))
);


--
-- Name: TABLE measurements; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.measurements IS 'One model at one image size and batch size in one run';


--
-- Name: COLUMN measurements.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.run_id IS 'the run';


--
-- Name: COLUMN measurements.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.source_id IS 'revision that brought the row';


--
-- Name: COLUMN measurements.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.line IS 'its line in that revision';


--
-- Name: COLUMN measurements.until_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.until_source_id IS 'revision that ended it; empty: current';


--
-- Name: COLUMN measurements.model_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.model_id IS 'the architecture';


--
-- Name: COLUMN measurements.name_written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.name_written IS 'the model''s name as written';


--
-- Name: COLUMN measurements.img_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.img_size IS 'height and width of the input, pixels';


--
-- Name: COLUMN measurements.batch_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.batch_size IS 'images a step; empty where missing';


--
-- Name: COLUMN measurements.status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.status IS 'ok, or why there is no sound figure';


--
-- Name: COLUMN measurements.samples_per_second; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.samples_per_second IS 'throughput, images/s';


--
-- Name: COLUMN measurements.step_time_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_ms IS 'time of one step, milliseconds';


--
-- Name: COLUMN measurements.gmacs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.gmacs IS 'multiply-accumulates of one image, thousand millions';


--
-- Name: COLUMN measurements.macts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.macts IS 'activations of one image, millions';


--
-- Name: COLUMN measurements.param_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.param_count IS 'parameters as written, millions';


--
-- Name: COLUMN measurements.is_contradictory; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.is_contradictory IS 'whether throughput and step time disagree beyond 2 % and the printed rounding';


--
-- Name: COLUMN measurements.repeat; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.repeat IS '1, or the how-manieth measurement of the same in its run';


--
-- Name: COLUMN measurements.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.reason IS 'why the status is not ok';


--
-- Name: COLUMN measurements.is_max_batch_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.is_max_batch_size IS 'whether the batch size is the largest that fitted';


--
-- Name: COLUMN measurements.sample_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.sample_count IS 'steps that were timed';


--
-- Name: COLUMN measurements.is_low_n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.is_low_n IS 'whether these are under 30';


--
-- Name: COLUMN measurements.wall_samples_per_second; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.wall_samples_per_second IS 'throughput over the wall time of all steps, images/s';


--
-- Name: COLUMN measurements.step_time_mean_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_mean_ms IS 'mean step, milliseconds';


--
-- Name: COLUMN measurements.step_time_p5_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_p5_ms IS '5th percentile, milliseconds';


--
-- Name: COLUMN measurements.step_time_p90_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_p90_ms IS '90th percentile, milliseconds';


--
-- Name: COLUMN measurements.step_time_p95_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_p95_ms IS '95th percentile, milliseconds';


--
-- Name: COLUMN measurements.step_time_p99_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_p99_ms IS '99th percentile, milliseconds';


--
-- Name: COLUMN measurements.step_time_mad_ms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_mad_ms IS 'median absolute deviation of the steps, milliseconds';


--
-- Name: COLUMN measurements.step_time_cv; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.step_time_cv IS 'standard deviation of the steps / their mean';


--
-- Name: COLUMN measurements.first_step_s; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.first_step_s IS 'first step of all, seconds';


--
-- Name: COLUMN measurements.compile_time_s; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.compile_time_s IS 'compiling, seconds';


--
-- Name: COLUMN measurements.peak_memory_mib; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.peak_memory_mib IS 'most memory allocated on the device, or held by the process on a CPU, MiB';


--
-- Name: COLUMN measurements.peak_memory_reserved_mib; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.peak_memory_reserved_mib IS 'most memory reserved on the device, MiB';


--
-- Name: COLUMN measurements.energy_per_image_j; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.energy_per_image_j IS 'energy of the device for one image, joules';


--
-- Name: COLUMN measurements.cost_counter; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.cost_counter IS 'what counted gmacs and macts';


--
-- Name: COLUMN measurements.is_output_finite; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.measurements.is_output_finite IS 'whether the output is free of NaN and infinity';


--
-- Name: measurements_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.measurements_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: measurements_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.measurements_id_seq OWNED BY public.measurements.id;


--
-- Name: model_papers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.model_papers (
    model_id integer NOT NULL,
    paper_id integer NOT NULL,
    relation character varying NOT NULL,
    source character varying NOT NULL,
    confidence character varying NOT NULL,
    CONSTRAINT ck_model_papers_confidence_vocabulary CHECK ((((confidence)::text = 'high'::text) OR ((confidence)::text = 'medium'::text) OR ((confidence)::text = 'low'::text))),
    CONSTRAINT ck_model_papers_relation_vocabulary CHECK ((((relation)::text = 'introduces'::text) OR ((relation)::text = 'related'::text))),
    CONSTRAINT ck_model_papers_source_vocabulary CHECK ((((source)::text = 'paper_ids'::text) OR ((source)::text = 'entry_point'::text) OR ((source)::text = 'module'::text) OR ((source)::text = 'curated'::text) OR ((source)::text = 'note'::text)))
);


--
-- Name: TABLE model_papers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.model_papers IS 'A paper that introduces a model, or has to do with it';


--
-- Name: COLUMN model_papers.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.model_papers.relation IS 'introduces, or related';


--
-- Name: COLUMN model_papers.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.model_papers.source IS 'which rule found the paper';


--
-- Name: COLUMN model_papers.confidence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.model_papers.confidence IS 'how sure that rule is';


--
-- Name: models; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.models (
    id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    family_id integer,
    year integer,
    year_source character varying,
    parameters bigint,
    module character varying,
    is_registered boolean NOT NULL,
    source_id integer,
    line integer,
    CONSTRAINT ck_models_parameters_positive CHECK ((parameters > 0)),
    CONSTRAINT ck_models_year_has_source CHECK (((year IS NULL) = (year_source IS NULL))),
    CONSTRAINT ck_models_year_range CHECK (((year >= 1950) AND (year <= 2100))),
    CONSTRAINT ck_models_year_source_vocabulary CHECK ((((year_source)::text = 'note'::text) OR ((year_source)::text = 'note_sibling'::text) OR ((year_source)::text = 'note_remark'::text) OR ((year_source)::text = 'note_family'::text) OR ((year_source)::text = 'paper'::text)))
);


--
-- Name: TABLE models; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.models IS 'An architecture of timm, or a name that only other sources know';


--
-- Name: COLUMN models.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.name IS 'e.g. coat_lite_mini';


--
-- Name: COLUMN models.family_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.family_id IS 'the line of models that it belongs to';


--
-- Name: COLUMN models.year; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.year IS 'year of the model; see year_source';


--
-- Name: COLUMN models.year_source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.year_source IS 'which rule gave the year';


--
-- Name: COLUMN models.parameters; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.parameters IS 'exact number of parameters with the architecture''s default head';


--
-- Name: COLUMN models.module; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.module IS 'timm''s module that defines it';


--
-- Name: COLUMN models.is_registered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.is_registered IS 'whether the current registry snapshot has it';


--
-- Name: COLUMN models.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.source_id IS 'registry revision that describes it';


--
-- Name: COLUMN models.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.models.line IS 'its line in that revision';


--
-- Name: models_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.models_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: models_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.models_id_seq OWNED BY public.models.id;


--
-- Name: note_models; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_models (
    note_id integer NOT NULL,
    "position" integer NOT NULL,
    remark_position integer,
    name_written character varying NOT NULL COLLATE pg_catalog."C",
    relation character varying NOT NULL,
    words character varying,
    link character varying,
    stated_year integer,
    model_id integer,
    variant_id integer,
    family_id integer,
    CONSTRAINT ck_note_models_relation_vocabulary CHECK ((((relation)::text = 'subject'::text) OR ((relation)::text = 'covers'::text) OR ((relation)::text = 'sibling'::text) OR ((relation)::text = 'related'::text) OR ((relation)::text = 'best'::text) OR ((relation)::text = 'mention'::text)))
);


--
-- Name: TABLE note_models; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.note_models IS 'A name that an entry speaks of, and how';


--
-- Name: COLUMN note_models."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models."position" IS 'place in the entry, from 1';


--
-- Name: COLUMN note_models.remark_position; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.remark_position IS 'the bullet; empty: the title';


--
-- Name: COLUMN note_models.name_written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.name_written IS 'name as written';


--
-- Name: COLUMN note_models.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.relation IS 'what the entry says of it';


--
-- Name: COLUMN note_models.words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.words IS 'the entry''s words for it';


--
-- Name: COLUMN note_models.link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.link IS 'address beside it';


--
-- Name: COLUMN note_models.stated_year; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.stated_year IS 'year that the bullet states for it';


--
-- Name: COLUMN note_models.model_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.model_id IS 'the model, where the name is one';


--
-- Name: COLUMN note_models.variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.variant_id IS 'the weight, where the name is one';


--
-- Name: COLUMN note_models.family_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_models.family_id IS 'the family, where the name is one';


--
-- Name: note_papers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_papers (
    note_id integer NOT NULL,
    arxiv_id character varying NOT NULL COLLATE pg_catalog."C",
    relation character varying NOT NULL,
    remark_position integer,
    CONSTRAINT ck_note_papers_relation_vocabulary CHECK ((((relation)::text = 'introduces'::text) OR ((relation)::text = 'related'::text)))
);


--
-- Name: TABLE note_papers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.note_papers IS 'A paper on arXiv that an entry links';


--
-- Name: COLUMN note_papers.arxiv_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_papers.arxiv_id IS 'e.g. 2104.06399';


--
-- Name: COLUMN note_papers.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_papers.relation IS 'introduces the subject, or is related';


--
-- Name: COLUMN note_papers.remark_position; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_papers.remark_position IS 'the bullet; empty: the title';


--
-- Name: note_remarks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_remarks (
    note_id integer NOT NULL,
    "position" integer NOT NULL,
    parent_position integer,
    kind character varying NOT NULL,
    line integer NOT NULL,
    raw character varying NOT NULL,
    text character varying NOT NULL,
    CONSTRAINT ck_note_remarks_kind_vocabulary CHECK ((((kind)::text = 'bullet'::text) OR ((kind)::text = 'text'::text))),
    CONSTRAINT ck_note_remarks_parent_before_child CHECK ((parent_position < "position"))
);


--
-- Name: TABLE note_remarks; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.note_remarks IS 'A bullet of an entry, in order and nesting';


--
-- Name: COLUMN note_remarks."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks."position" IS 'place in the entry, from 1';


--
-- Name: COLUMN note_remarks.parent_position; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks.parent_position IS 'the bullet that it is under';


--
-- Name: COLUMN note_remarks.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks.kind IS 'bullet, or other text between bullets';


--
-- Name: COLUMN note_remarks.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks.line IS '1-based line';


--
-- Name: COLUMN note_remarks.raw; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks.raw IS 'line or lines as written';


--
-- Name: COLUMN note_remarks.text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_remarks.text IS 'without marks';


--
-- Name: note_sizes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_sizes (
    note_id integer NOT NULL,
    "position" integer NOT NULL,
    purpose character varying NOT NULL,
    height integer NOT NULL,
    width integer NOT NULL,
    line integer NOT NULL,
    CONSTRAINT ck_note_sizes_purpose_vocabulary CHECK ((((purpose)::text = 'any'::text) OR ((purpose)::text = 'train'::text) OR ((purpose)::text = 'test'::text))),
    CONSTRAINT ck_note_sizes_size_positive CHECK (((height > 0) AND (width > 0)))
);


--
-- Name: TABLE note_sizes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.note_sizes IS 'An input size that an entry states';


--
-- Name: COLUMN note_sizes.purpose; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_sizes.purpose IS 'train, test, or any where the entry says no more';


--
-- Name: COLUMN note_sizes.height; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_sizes.height IS 'pixels';


--
-- Name: COLUMN note_sizes.width; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_sizes.width IS 'pixels';


--
-- Name: COLUMN note_sizes.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_sizes.line IS '1-based line';


--
-- Name: note_trainers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.note_trainers (
    note_id integer NOT NULL,
    token character varying NOT NULL COLLATE pg_catalog."C",
    person character varying NOT NULL,
    remark_position integer NOT NULL
);


--
-- Name: TABLE note_trainers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.note_trainers IS 'Who trained the weights of an entry whose names hold a token';


--
-- Name: COLUMN note_trainers.token; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_trainers.token IS 'part of the weights'' names, e.g. rw';


--
-- Name: COLUMN note_trainers.person; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_trainers.person IS 'who trained them';


--
-- Name: COLUMN note_trainers.remark_position; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.note_trainers.remark_position IS 'the bullet that says so';


--
-- Name: notes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notes (
    id integer NOT NULL,
    source_id integer NOT NULL,
    "position" integer NOT NULL,
    year integer,
    title character varying NOT NULL,
    link character varying,
    link_name character varying,
    link_variant_id integer,
    date character varying COLLATE pg_catalog."C",
    date_precision character varying,
    date_written character varying,
    image_sizes json NOT NULL,
    line integer NOT NULL,
    end_line integer NOT NULL,
    CONSTRAINT ck_notes_date_precision_vocabulary CHECK ((((date_precision)::text = 'year'::text) OR ((date_precision)::text = 'month'::text) OR ((date_precision)::text = 'day'::text)))
);


--
-- Name: TABLE notes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notes IS 'An entry of the catalogue notes';


--
-- Name: COLUMN notes.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.source_id IS 'the revision';


--
-- Name: COLUMN notes."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes."position" IS 'place in the file, from 1';


--
-- Name: COLUMN notes.year; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.year IS 'year of the heading above it';


--
-- Name: COLUMN notes.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.title IS 'as written, e.g. timm/coat';


--
-- Name: COLUMN notes.link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.link IS 'address, where the title has one';


--
-- Name: COLUMN notes.link_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.link_name IS 'weight that the address names';


--
-- Name: COLUMN notes.link_variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.link_variant_id IS 'that weight, where it is known';


--
-- Name: COLUMN notes.date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.date IS 'dated line: ISO 8601, cut to its precision; mostly a last revision';


--
-- Name: COLUMN notes.date_precision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.date_precision IS 'year, month or day';


--
-- Name: COLUMN notes.date_written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.date_written IS 'the dated line as written';


--
-- Name: COLUMN notes.image_sizes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.image_sizes IS 'input sizes, one text a line that states some, e.g. train 224x224, test 288x288';


--
-- Name: COLUMN notes.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.line IS '1-based first line';


--
-- Name: COLUMN notes.end_line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notes.end_line IS '1-based last line';


--
-- Name: notes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.notes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: notes_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.notes_id_seq OWNED BY public.notes.id;


--
-- Name: papers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.papers (
    id integer NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    arxiv_id character varying COLLATE pg_catalog."C",
    title character varying COLLATE pg_catalog."C",
    url character varying NOT NULL,
    submitted character varying COLLATE pg_catalog."C",
    submitted_precision character varying,
    revised character varying COLLATE pg_catalog."C",
    revised_precision character varying,
    authors json,
    venue character varying,
    doi character varying,
    CONSTRAINT ck_papers_revised_has_precision CHECK (((revised IS NULL) = (revised_precision IS NULL))),
    CONSTRAINT ck_papers_revised_precision_vocabulary CHECK ((((revised_precision)::text = 'year'::text) OR ((revised_precision)::text = 'month'::text) OR ((revised_precision)::text = 'day'::text))),
    CONSTRAINT ck_papers_submitted_has_precision CHECK (((submitted IS NULL) = (submitted_precision IS NULL))),
    CONSTRAINT ck_papers_submitted_precision_vocabulary CHECK ((((submitted_precision)::text = 'year'::text) OR ((submitted_precision)::text = 'month'::text) OR ((submitted_precision)::text = 'day'::text)))
);


--
-- Name: TABLE papers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.papers IS 'A paper';


--
-- Name: COLUMN papers.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.key IS 'arXiv id, or the address where there is none';


--
-- Name: COLUMN papers.arxiv_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.arxiv_id IS 'e.g. 2104.06399';


--
-- Name: COLUMN papers.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.title IS 'as published';


--
-- Name: COLUMN papers.url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.url IS 'where it can be read';


--
-- Name: COLUMN papers.submitted; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.submitted IS 'first submitted: ISO 8601, cut to its precision (2021-04)';


--
-- Name: COLUMN papers.submitted_precision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.submitted_precision IS 'year, month or day';


--
-- Name: COLUMN papers.revised; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.revised IS 'last revised: ISO 8601, cut to its precision';


--
-- Name: COLUMN papers.revised_precision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.revised_precision IS 'year, month or day';


--
-- Name: COLUMN papers.authors; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.authors IS 'in order';


--
-- Name: COLUMN papers.venue; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.venue IS 'where it was published';


--
-- Name: COLUMN papers.doi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.papers.doi IS 'digital object identifier';


--
-- Name: papers_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.papers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: papers_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.papers_id_seq OWNED BY public.papers.id;


--
-- Name: problems; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.problems (
    id integer NOT NULL,
    source_id integer NOT NULL,
    line integer,
    column_name character varying,
    code character varying NOT NULL COLLATE pg_catalog."C",
    text character varying NOT NULL,
    is_derived boolean NOT NULL
);


--
-- Name: TABLE problems; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.problems IS 'A finding about a source that did not stop its ingest';


--
-- Name: COLUMN problems.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.source_id IS 'the revision';


--
-- Name: COLUMN problems.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.line IS '1-based line';


--
-- Name: COLUMN problems.column_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.column_name IS 'column of the cell';


--
-- Name: COLUMN problems.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.code IS 'stable name of the kind of finding';


--
-- Name: COLUMN problems.text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.text IS 'what was found, in one sentence';


--
-- Name: COLUMN problems.is_derived; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.problems.is_derived IS 'whether it follows from several sources together and is found anew at each ingest';


--
-- Name: problems_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.problems_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: problems_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.problems_id_seq OWNED BY public.problems.id;


--
-- Name: resolutions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.resolutions (
    id integer NOT NULL,
    variant_id integer NOT NULL,
    purpose character varying NOT NULL,
    height integer NOT NULL,
    width integer NOT NULL,
    crop_pct double precision,
    is_fixed boolean NOT NULL,
    CONSTRAINT ck_resolutions_crop_pct_finite CHECK (((crop_pct > (0)::double precision) AND (crop_pct < ('1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT ck_resolutions_purpose_vocabulary CHECK ((((purpose)::text = 'train'::text) OR ((purpose)::text = 'test'::text) OR ((purpose)::text = 'minimum'::text) OR ((purpose)::text = 'note'::text))),
    CONSTRAINT ck_resolutions_size_positive CHECK (((height > 0) AND (width > 0)))
);


--
-- Name: TABLE resolutions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.resolutions IS 'An input size of a variant';


--
-- Name: COLUMN resolutions.variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.variant_id IS 'the weight';


--
-- Name: COLUMN resolutions.purpose; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.purpose IS 'train, test or minimum by the registry; note: by the catalogue notes';


--
-- Name: COLUMN resolutions.height; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.height IS 'pixels';


--
-- Name: COLUMN resolutions.width; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.width IS 'pixels';


--
-- Name: COLUMN resolutions.crop_pct; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.crop_pct IS 'share of the resized image kept, 0..1';


--
-- Name: COLUMN resolutions.is_fixed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.resolutions.is_fixed IS 'whether the model takes no other size';


--
-- Name: resolutions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.resolutions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: resolutions_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.resolutions_id_seq OWNED BY public.resolutions.id;


--
-- Name: series; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.series (
    id integer NOT NULL,
    model character varying NOT NULL COLLATE pg_catalog."C",
    img_size integer NOT NULL,
    batch_size integer NOT NULL,
    task character varying NOT NULL,
    "precision" character varying NOT NULL,
    layout character varying NOT NULL,
    compile character varying NOT NULL,
    device_key character varying NOT NULL COLLATE pg_catalog."C",
    protocol character varying NOT NULL,
    metric character varying NOT NULL
);


--
-- Name: TABLE series; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.series IS 'What is compared from night to night';


--
-- Name: COLUMN series.model; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.model IS 'the architecture''s name';


--
-- Name: COLUMN series.img_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.img_size IS 'height and width of the input, pixels';


--
-- Name: COLUMN series.batch_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.batch_size IS 'images a step';


--
-- Name: COLUMN series.task; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.task IS 'infer or train';


--
-- Name: COLUMN series."precision"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series."precision" IS 'number format of the computation';


--
-- Name: COLUMN series.layout; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.layout IS 'memory layout of the input';


--
-- Name: COLUMN series.compile; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.compile IS 'off, or compiler:mode';


--
-- Name: COLUMN series.device_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.device_key IS 'device and machine';


--
-- Name: COLUMN series.protocol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.protocol IS 'how the figures were taken, with its version';


--
-- Name: COLUMN series.metric; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.series.metric IS 'see db.metrics';


--
-- Name: series_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.series_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: series_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.series_id_seq OWNED BY public.series.id;


--
-- Name: source_rows; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source_rows (
    source_id integer NOT NULL,
    line integer NOT NULL,
    cells character varying NOT NULL
);


--
-- Name: TABLE source_rows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.source_rows IS 'One record of a revision, its cells as written';


--
-- Name: COLUMN source_rows.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_rows.source_id IS 'the revision';


--
-- Name: COLUMN source_rows.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_rows.line IS '1-based line where the record starts';


--
-- Name: COLUMN source_rows.cells; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_rows.cells IS 'JSON array of the cells'' text, in the order of the header; for a source of JSON lines the line itself';


--
-- Name: sources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sources (
    id integer NOT NULL,
    logical_source_id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    uri character varying NOT NULL,
    revision character varying,
    published_at timestamp with time zone,
    retrieved_at timestamp with time zone NOT NULL,
    sha256 character varying NOT NULL,
    byte_count integer NOT NULL,
    row_count integer NOT NULL,
    header character varying,
    licence character varying,
    is_current boolean NOT NULL,
    CONSTRAINT ck_sources_sha256_length CHECK ((length((sha256)::text) = 64))
);


--
-- Name: TABLE sources; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sources IS 'One ingested revision of a logical source';


--
-- Name: COLUMN sources.logical_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.logical_source_id IS 'the series that this is a revision of';


--
-- Name: COLUMN sources.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.name IS 'file name as given';


--
-- Name: COLUMN sources.uri; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.uri IS 'where it was read from';


--
-- Name: COLUMN sources.revision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.revision IS 'the publisher''s revision, e.g. a commit';


--
-- Name: COLUMN sources.published_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.published_at IS 'when the publisher published it (UTC); empty where nobody says';


--
-- Name: COLUMN sources.retrieved_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.retrieved_at IS 'when it was read (UTC)';


--
-- Name: COLUMN sources.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.sha256 IS 'of the bytes as read, hexadecimal';


--
-- Name: COLUMN sources.byte_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.byte_count IS 'size in bytes as read';


--
-- Name: COLUMN sources.row_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.row_count IS 'records without the header';


--
-- Name: COLUMN sources.header; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.header IS 'JSON array of the column names as written, for sources with a header';


--
-- Name: COLUMN sources.licence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.licence IS 'SPDX id under which it is published';


--
-- Name: COLUMN sources.is_current; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sources.is_current IS 'whether it is its series'' newest revision';


--
-- Name: sources_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.sources_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: sources_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.sources_id_seq OWNED BY public.sources.id;


--
-- Name: variant_labels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.variant_labels (
    id integer NOT NULL,
    logical_source_id integer NOT NULL,
    source_id integer NOT NULL,
    line integer NOT NULL,
    until_source_id integer,
    variant_id integer NOT NULL,
    name_written character varying NOT NULL COLLATE pg_catalog."C",
    pretrain character varying NOT NULL,
    CONSTRAINT ck_variant_labels_until_after_from CHECK ((until_source_id > source_id))
);


--
-- Name: TABLE variant_labels; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.variant_labels IS 'What a metadata file says a weight was pretrained on';


--
-- Name: COLUMN variant_labels.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.source_id IS 'revision that brought the row';


--
-- Name: COLUMN variant_labels.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.line IS 'its line in that revision';


--
-- Name: COLUMN variant_labels.until_source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.until_source_id IS 'revision that ended it; empty: current';


--
-- Name: COLUMN variant_labels.variant_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.variant_id IS 'the weight';


--
-- Name: COLUMN variant_labels.name_written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.name_written IS 'the weight''s name as written';


--
-- Name: COLUMN variant_labels.pretrain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_labels.pretrain IS 'pretraining as written, e.g. ig1b-swsl';


--
-- Name: variant_labels_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.variant_labels_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: variant_labels_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.variant_labels_id_seq OWNED BY public.variant_labels.id;


--
-- Name: variant_papers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.variant_papers (
    variant_id integer NOT NULL,
    paper_id integer NOT NULL,
    relation character varying NOT NULL,
    source character varying NOT NULL,
    confidence character varying NOT NULL,
    CONSTRAINT ck_variant_papers_confidence_vocabulary CHECK ((((confidence)::text = 'high'::text) OR ((confidence)::text = 'medium'::text) OR ((confidence)::text = 'low'::text))),
    CONSTRAINT ck_variant_papers_relation_vocabulary CHECK (((relation)::text = 'trains'::text)),
    CONSTRAINT ck_variant_papers_source_vocabulary CHECK ((((source)::text = 'paper_ids'::text) OR ((source)::text = 'entry_point'::text) OR ((source)::text = 'module'::text) OR ((source)::text = 'curated'::text) OR ((source)::text = 'note'::text)))
);


--
-- Name: TABLE variant_papers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.variant_papers IS 'A paper that describes how a weight was trained';


--
-- Name: COLUMN variant_papers.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_papers.relation IS 'trains';


--
-- Name: COLUMN variant_papers.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_papers.source IS 'which rule found the paper';


--
-- Name: COLUMN variant_papers.confidence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variant_papers.confidence IS 'how sure that rule is';


--
-- Name: variants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.variants (
    id integer NOT NULL,
    model_id integer NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    tag character varying COLLATE pg_catalog."C",
    licence_id integer,
    hub_id character varying,
    class_count integer,
    interpolation character varying,
    crop_mode character varying,
    mean json,
    std json,
    pretrained_on character varying,
    fine_tuned_on character varying,
    recipe character varying,
    origin character varying,
    is_distilled boolean,
    extra_data character varying,
    trained_by character varying,
    is_registered boolean NOT NULL,
    is_default boolean NOT NULL,
    source_id integer,
    line integer,
    CONSTRAINT ck_variants_class_count_not_negative CHECK ((class_count >= 0))
);


--
-- Name: TABLE variants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.variants IS 'A pretrained weight of a model';


--
-- Name: COLUMN variants.model_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.model_id IS 'its architecture';


--
-- Name: COLUMN variants.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.name IS 'architecture.tag, e.g. coat_lite_mini.in1k';


--
-- Name: COLUMN variants.tag; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.tag IS 'part after the dot; empty: untagged as published';


--
-- Name: COLUMN variants.licence_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.licence_id IS 'licence of the weight as published';


--
-- Name: COLUMN variants.hub_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.hub_id IS 'repository on the model hub';


--
-- Name: COLUMN variants.class_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.class_count IS 'classes of its head; 0: no head';


--
-- Name: COLUMN variants.interpolation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.interpolation IS 'resizing before inference';


--
-- Name: COLUMN variants.crop_mode; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.crop_mode IS 'how the input is cropped';


--
-- Name: COLUMN variants.mean; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.mean IS 'per channel (R, G, B), inputs scaled to 0..1';


--
-- Name: COLUMN variants.std; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.std IS 'per channel (R, G, B), inputs scaled to 0..1';


--
-- Name: COLUMN variants.pretrained_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.pretrained_on IS 'parsed from the tag';


--
-- Name: COLUMN variants.fine_tuned_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.fine_tuned_on IS 'parsed from the tag';


--
-- Name: COLUMN variants.recipe; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.recipe IS 'training recipe, parsed from the tag';


--
-- Name: COLUMN variants.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.origin IS 'who published the weight, from the tag';


--
-- Name: COLUMN variants.is_distilled; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.is_distilled IS 'trained by distillation';


--
-- Name: COLUMN variants.extra_data; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.extra_data IS 'data beyond ImageNet, from the tag';


--
-- Name: COLUMN variants.trained_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.trained_by IS 'person who trained it, where stated';


--
-- Name: COLUMN variants.is_registered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.is_registered IS 'whether the current registry snapshot has it';


--
-- Name: COLUMN variants.is_default; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.is_default IS 'whether timm loads it when no tag is given';


--
-- Name: COLUMN variants.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.source_id IS 'registry revision that describes it';


--
-- Name: COLUMN variants.line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.variants.line IS 'its model''s line in that revision';


--
-- Name: variants_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.variants_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: variants_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.variants_id_seq OWNED BY public.variants.id;


--
-- Name: alerts id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts ALTER COLUMN id SET DEFAULT nextval('public.alerts_id_seq'::regclass);


--
-- Name: aliases id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases ALTER COLUMN id SET DEFAULT nextval('public.aliases_id_seq'::regclass);


--
-- Name: benchmark_runs id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs ALTER COLUMN id SET DEFAULT nextval('public.benchmark_runs_id_seq'::regclass);


--
-- Name: change_points id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_points ALTER COLUMN id SET DEFAULT nextval('public.change_points_id_seq'::regclass);


--
-- Name: datasets id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.datasets ALTER COLUMN id SET DEFAULT nextval('public.datasets_id_seq'::regclass);


--
-- Name: environments id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.environments ALTER COLUMN id SET DEFAULT nextval('public.environments_id_seq'::regclass);


--
-- Name: evaluations id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations ALTER COLUMN id SET DEFAULT nextval('public.evaluations_id_seq'::regclass);


--
-- Name: families id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families ALTER COLUMN id SET DEFAULT nextval('public.families_id_seq'::regclass);


--
-- Name: ingests id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ingests ALTER COLUMN id SET DEFAULT nextval('public.ingests_id_seq'::regclass);


--
-- Name: licences id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.licences ALTER COLUMN id SET DEFAULT nextval('public.licences_id_seq'::regclass);


--
-- Name: logical_sources id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.logical_sources ALTER COLUMN id SET DEFAULT nextval('public.logical_sources_id_seq'::regclass);


--
-- Name: measurements id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements ALTER COLUMN id SET DEFAULT nextval('public.measurements_id_seq'::regclass);


--
-- Name: models id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.models ALTER COLUMN id SET DEFAULT nextval('public.models_id_seq'::regclass);


--
-- Name: notes id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes ALTER COLUMN id SET DEFAULT nextval('public.notes_id_seq'::regclass);


--
-- Name: papers id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.papers ALTER COLUMN id SET DEFAULT nextval('public.papers_id_seq'::regclass);


--
-- Name: problems id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.problems ALTER COLUMN id SET DEFAULT nextval('public.problems_id_seq'::regclass);


--
-- Name: resolutions id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions ALTER COLUMN id SET DEFAULT nextval('public.resolutions_id_seq'::regclass);


--
-- Name: series id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.series ALTER COLUMN id SET DEFAULT nextval('public.series_id_seq'::regclass);


--
-- Name: sources id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sources ALTER COLUMN id SET DEFAULT nextval('public.sources_id_seq'::regclass);


--
-- Name: variant_labels id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels ALTER COLUMN id SET DEFAULT nextval('public.variant_labels_id_seq'::regclass);


--
-- Name: variants id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants ALTER COLUMN id SET DEFAULT nextval('public.variants_id_seq'::regclass);


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0002');


--
-- Data for Name: alerts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alerts VALUES (1, 'regression', 'abacus-2c-2gib@lab', 1, 12, 'open', 'real', 0.7992007992007991, 0.7962910671101014, 0.8021211637614433, 50.05, 39.99999999999999, 6.368417014723182e-14, 'resnet50 224 px, batch 1 is 20.1% slower: 40 images/s after 50.05', '2026-03-12 01:00:00+00', '2026-03-13 01:00:00+00', 'kim', 'a new driver');


--
-- Data for Name: aliases; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: benchmark_runs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.benchmark_runs VALUES (1, 'infer-amp-nchw-pt291-cu128-rtx4090', 2, 1, 'infer', 'amp', 'nchw', 'off', 'timm-mean', NULL, NULL, NULL, '1', 'manual', NULL, NULL, NULL, NULL);
INSERT INTO public.benchmark_runs VALUES (2, 'bench-20260301t010000z-000000000000', 4, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-01 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-01 02:00:00+00', '2026-03-01', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (3, 'bench-20260302t010000z-000000000000', 5, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-02 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-02 02:00:00+00', '2026-03-02', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (4, 'bench-20260303t010000z-000000000000', 6, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-03 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-03 02:00:00+00', '2026-03-03', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (5, 'bench-20260304t010000z-000000000000', 7, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-04 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-04 02:00:00+00', '2026-03-04', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (6, 'bench-20260305t010000z-000000000000', 8, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-05 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-05 02:00:00+00', '2026-03-05', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (7, 'bench-20260306t010000z-000000000000', 9, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-06 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-06 02:00:00+00', '2026-03-06', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (8, 'bench-20260307t010000z-000000000000', 10, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-07 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-07 02:00:00+00', '2026-03-07', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (9, 'bench-20260308t010000z-000000000000', 11, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-08 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-08 02:00:00+00', '2026-03-08', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (10, 'bench-20260309t010000z-000000000000', 12, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-09 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-09 02:00:00+00', '2026-03-09', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (11, 'bench-20260310t010000z-000000000000', 13, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-10 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-10 02:00:00+00', '2026-03-10', 'Europe/Berlin', 0.01);
INSERT INTO public.benchmark_runs VALUES (12, 'bench-20260311t010000z-000000000000', 14, 2, 'infer', 'fp32', 'nchw', 'off', 'backbonedb-median', '2026-03-11 01:00:00+00', 'lab', NULL, '1', 'nightly', '2026-03-11 02:00:00+00', '2026-03-11', 'Europe/Berlin', 0.01);


--
-- Data for Name: change_points; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: data_state; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.data_state VALUES (1, 14, '2026-11-22 22:24:38.128216+00', 'c07e79f65f207212654001c58c44f71ab5c98bb452d874ec334db0cbaff9b110');


--
-- Data for Name: datasets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.datasets VALUES (1, 'imagenet', 'ImageNet-1k validation', 1000, 50000, 1, NULL);
INSERT INTO public.datasets VALUES (2, 'imagenet-real', 'ImageNet ReaL', 1000, 50000, 6, NULL);
INSERT INTO public.datasets VALUES (3, 'imagenetv2-matched-frequency', 'ImageNetV2 matched frequency', 1000, 10000, 3, NULL);
INSERT INTO public.datasets VALUES (4, 'sketch', 'ImageNet-Sketch', 1000, 50889, 4, NULL);
INSERT INTO public.datasets VALUES (5, 'imagenet-a', 'ImageNet-A (natural adversarial examples)', 200, 7500, 5, 6);
INSERT INTO public.datasets VALUES (6, 'imagenet-a-clean', 'ImageNet-1k validation images of ImageNet-A''s classes', 200, 10000, 5, NULL);
INSERT INTO public.datasets VALUES (7, 'imagenet-r', 'ImageNet-R (renditions)', 200, 30000, 7, 8);
INSERT INTO public.datasets VALUES (8, 'imagenet-r-clean', 'ImageNet-1k validation images of ImageNet-R''s classes', 200, 10000, 7, NULL);


--
-- Data for Name: environments; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.environments VALUES (1, 'rtx4090-pt291-cu128', 'rtx4090', 'cuda', NULL, 1, NULL, '12.8', NULL, '2.9.1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.environments VALUES (2, 'abacus-2c-2gib@lab-pt291-d4c9a5ee', 'abacus-2c-2gib@lab', 'cpu', 'Abacus(R) CPU @ 2 Hz', 1, NULL, NULL, NULL, '2.9.1', '1.0.31', '3.11.7', 'Linux 6.1', 'Abacus(R) CPU @ 2 Hz', 2, 2048, NULL, NULL, NULL, 2);


--
-- Data for Name: evaluations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.evaluations VALUES (1, 1, 1, 2, NULL, 1, 2, 'resnet50.a1_in1k', 224, 80.1, 95, 25.56, 0.875, 'bicubic', true);
INSERT INTO public.evaluations VALUES (2, 1, 1, 3, NULL, 1, 1, 'coat_lite_mini.in1k', 224, 79.1, 94.5, 25.56, 0.875, 'bicubic', true);


--
-- Data for Name: families; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.families VALUES (1, 'resnet', 'ResNet');
INSERT INTO public.families VALUES (2, 'resnetaa', 'ResNet-AA');
INSERT INTO public.families VALUES (3, 'resnetblur', 'ResNet-Blur');
INSERT INTO public.families VALUES (4, 'resnet_clip', 'CLIP ResNet');
INSERT INTO public.families VALUES (5, 'resnetrs', 'ResNet-RS');
INSERT INTO public.families VALUES (6, 'resnetv2', 'ResNetV2');
INSERT INTO public.families VALUES (7, 'bit', 'BiT');
INSERT INTO public.families VALUES (8, 'resnext', 'ResNeXt');
INSERT INTO public.families VALUES (9, 'wide_resnet', 'Wide ResNet');
INSERT INTO public.families VALUES (10, 'senet', 'SENet');
INSERT INTO public.families VALUES (11, 'seresnet', 'SE-ResNet');
INSERT INTO public.families VALUES (12, 'seresnext', 'SE-ResNeXt');
INSERT INTO public.families VALUES (13, 'ecaresnet', 'ECA-ResNet');
INSERT INTO public.families VALUES (14, 'gcresnet', 'GC-ResNet');
INSERT INTO public.families VALUES (15, 'bat_resnext', 'BAT-ResNeXt');
INSERT INTO public.families VALUES (16, 'sknet', 'SKNet');
INSERT INTO public.families VALUES (17, 'resnest', 'ResNeSt');
INSERT INTO public.families VALUES (18, 'res2net', 'Res2Net');
INSERT INTO public.families VALUES (19, 'tresnet', 'TResNet');
INSERT INTO public.families VALUES (20, 'nf_resnet', 'NF-ResNet');
INSERT INTO public.families VALUES (21, 'nf_regnet', 'NF-RegNet');
INSERT INTO public.families VALUES (22, 'nfnet', 'NFNet');
INSERT INTO public.families VALUES (23, 'botnet', 'BoTNet');
INSERT INTO public.families VALUES (24, 'halonet', 'HaloNet');
INSERT INTO public.families VALUES (25, 'lambda_resnet', 'LambdaNetworks');
INSERT INTO public.families VALUES (26, 'vgg', 'VGG');
INSERT INTO public.families VALUES (27, 'repvgg', 'RepVGG');
INSERT INTO public.families VALUES (28, 'densenet', 'DenseNet');
INSERT INTO public.families VALUES (29, 'densenetblur', 'DenseNet-Blur');
INSERT INTO public.families VALUES (30, 'rdnet', 'RDNet');
INSERT INTO public.families VALUES (31, 'dla', 'DLA');
INSERT INTO public.families VALUES (32, 'dpn', 'DPN');
INSERT INTO public.families VALUES (33, 'hrnet', 'HRNet');
INSERT INTO public.families VALUES (34, 'inception_v3', 'Inception-v3');
INSERT INTO public.families VALUES (35, 'inception_v4', 'Inception-v4');
INSERT INTO public.families VALUES (36, 'inception_resnet_v2', 'Inception-ResNet-v2');
INSERT INTO public.families VALUES (37, 'inception_next', 'InceptionNeXt');
INSERT INTO public.families VALUES (38, 'xception', 'Xception');
INSERT INTO public.families VALUES (39, 'xception_aligned', 'Aligned Xception');
INSERT INTO public.families VALUES (40, 'darknet', 'Darknet');
INSERT INTO public.families VALUES (41, 'cspdarknet', 'CSPDarknet');
INSERT INTO public.families VALUES (42, 'cspresnet', 'CSPResNet');
INSERT INTO public.families VALUES (43, 'cs3darknet', 'CS3-Darknet');
INSERT INTO public.families VALUES (44, 'cspnext', 'CSPNeXt');
INSERT INTO public.families VALUES (45, 'vovnet', 'VoVNet');
INSERT INTO public.families VALUES (46, 'vovnetv2', 'VoVNetV2');
INSERT INTO public.families VALUES (47, 'selecsls', 'SelecSLS');
INSERT INTO public.families VALUES (48, 'gernet', 'GENet (GPU-efficient)');
INSERT INTO public.families VALUES (49, 'regnet', 'RegNet');
INSERT INTO public.families VALUES (50, 'regnetz', 'RegNetZ');
INSERT INTO public.families VALUES (51, 'convnext', 'ConvNeXt');
INSERT INTO public.families VALUES (52, 'convnextv2', 'ConvNeXt V2');
INSERT INTO public.families VALUES (53, 'convmixer', 'ConvMixer');
INSERT INTO public.families VALUES (54, 'focalnet', 'FocalNet');
INSERT INTO public.families VALUES (55, 'hgnet', 'PP-HGNet');
INSERT INTO public.families VALUES (56, 'hgnetv2', 'PP-HGNetV2');
INSERT INTO public.families VALUES (57, 'csatv2', 'CSATv2');
INSERT INTO public.families VALUES (58, 'mambaout', 'MambaOut');
INSERT INTO public.families VALUES (59, 'starnet', 'StarNet');
INSERT INTO public.families VALUES (60, 'fasternet', 'FasterNet');
INSERT INTO public.families VALUES (61, 'nasnet', 'NASNet');
INSERT INTO public.families VALUES (62, 'pnasnet', 'PNASNet');
INSERT INTO public.families VALUES (63, 'hardcorenas', 'HardCoRe-NAS');
INSERT INTO public.families VALUES (64, 'spnasnet', 'Single-Path NAS');
INSERT INTO public.families VALUES (65, 'mnasnet', 'MnasNet');
INSERT INTO public.families VALUES (66, 'fbnet', 'FBNet');
INSERT INTO public.families VALUES (67, 'fbnetv3', 'FBNetV3');
INSERT INTO public.families VALUES (68, 'efficientnet', 'EfficientNet');
INSERT INTO public.families VALUES (69, 'efficientnet_cc', 'CondConv-EfficientNet');
INSERT INTO public.families VALUES (70, 'efficientnet_edge', 'EfficientNet-EdgeTPU');
INSERT INTO public.families VALUES (71, 'efficientnet_lite', 'EfficientNet-Lite');
INSERT INTO public.families VALUES (72, 'efficientnet_x', 'EfficientNet-X');
INSERT INTO public.families VALUES (73, 'efficientnetv2', 'EfficientNetV2');
INSERT INTO public.families VALUES (74, 'mixnet', 'MixNet');
INSERT INTO public.families VALUES (75, 'tinynet', 'TinyNet');
INSERT INTO public.families VALUES (76, 'rexnet', 'ReXNet');
INSERT INTO public.families VALUES (77, 'ghostnet', 'GhostNet');
INSERT INTO public.families VALUES (78, 'ghostnetv2', 'GhostNetV2');
INSERT INTO public.families VALUES (79, 'ghostnetv3', 'GhostNetV3');
INSERT INTO public.families VALUES (80, 'repghostnet', 'RepGhostNet');
INSERT INTO public.families VALUES (81, 'lcnet', 'PP-LCNet');
INSERT INTO public.families VALUES (82, 'lcnetv2', 'PP-LCNetV2');
INSERT INTO public.families VALUES (83, 'mobilenetv1', 'MobileNetV1');
INSERT INTO public.families VALUES (84, 'mobilenetv2', 'MobileNetV2');
INSERT INTO public.families VALUES (85, 'mobilenetv3', 'MobileNetV3');
INSERT INTO public.families VALUES (86, 'mobilenetv4', 'MobileNetV4');
INSERT INTO public.families VALUES (87, 'mobilenetv5', 'MobileNetV5');
INSERT INTO public.families VALUES (88, 'mobilenet_edgetpu', 'MobileNet-EdgeTPU');
INSERT INTO public.families VALUES (89, 'mobilenet_edgetpu_v2', 'MobileNet-EdgeTPU-V2');
INSERT INTO public.families VALUES (90, 'mobileone', 'MobileOne');
INSERT INTO public.families VALUES (91, 'mixer', 'MLP-Mixer');
INSERT INTO public.families VALUES (92, 'gmixer', 'GluMixer');
INSERT INTO public.families VALUES (93, 'resmlp', 'ResMLP');
INSERT INTO public.families VALUES (94, 'gmlp', 'gMLP');
INSERT INTO public.families VALUES (95, 'sequencer', 'Sequencer');
INSERT INTO public.families VALUES (96, 'poolformer', 'PoolFormer');
INSERT INTO public.families VALUES (97, 'poolformerv2', 'PoolFormerV2');
INSERT INTO public.families VALUES (98, 'convformer', 'ConvFormer');
INSERT INTO public.families VALUES (99, 'caformer', 'CAFormer');
INSERT INTO public.families VALUES (100, 'vit', 'ViT');
INSERT INTO public.families VALUES (101, 'vit_hybrid', 'ViT hybrid (ResNet stem)');
INSERT INTO public.families VALUES (102, 'vit_reg', 'ViT with registers');
INSERT INTO public.families VALUES (103, 'vit_relpos', 'ViT with relative position');
INSERT INTO public.families VALUES (104, 'vit_rope', 'RoPE-ViT');
INSERT INTO public.families VALUES (105, 'vit_clip', 'CLIP ViT');
INSERT INTO public.families VALUES (106, 'vit_siglip', 'SigLIP');
INSERT INTO public.families VALUES (107, 'vit_dinov2', 'DINOv2');
INSERT INTO public.families VALUES (108, 'vit_dinov3', 'DINOv3');
INSERT INTO public.families VALUES (109, 'vit_tipsv2', 'TIPSv2');
INSERT INTO public.families VALUES (110, 'vit_lingbot', 'LingBot-Vision');
INSERT INTO public.families VALUES (111, 'vit_sapiens2', 'Sapiens2');
INSERT INTO public.families VALUES (112, 'radio_v3', 'C-RADIOv3');
INSERT INTO public.families VALUES (113, 'radio_v4', 'C-RADIOv4');
INSERT INTO public.families VALUES (114, 'perception_encoder', 'Perception Encoder');
INSERT INTO public.families VALUES (115, 'internvit', 'InternViT');
INSERT INTO public.families VALUES (116, 'naflexvit', 'NaFlexViT');
INSERT INTO public.families VALUES (117, 'flexivit', 'FlexiViT');
INSERT INTO public.families VALUES (118, 'aimv2', 'AIMv2');
INSERT INTO public.families VALUES (119, 'deit', 'DeiT');
INSERT INTO public.families VALUES (120, 'deit3', 'DeiT III');
INSERT INTO public.families VALUES (121, 'beit', 'BEiT');
INSERT INTO public.families VALUES (122, 'beitv2', 'BEiT v2');
INSERT INTO public.families VALUES (123, 'beit3', 'BEiT-3');
INSERT INTO public.families VALUES (124, 'eva', 'EVA');
INSERT INTO public.families VALUES (125, 'eva02', 'EVA-02');
INSERT INTO public.families VALUES (126, 'eva02_clip', 'EVA-02-CLIP');
INSERT INTO public.families VALUES (127, 'samvit', 'SAM');
INSERT INTO public.families VALUES (128, 'cait', 'CaiT');
INSERT INTO public.families VALUES (129, 'tnt', 'TNT');
INSERT INTO public.families VALUES (130, 'volo', 'VOLO');
INSERT INTO public.families VALUES (131, 'xcit', 'XCiT');
INSERT INTO public.families VALUES (132, 'vitamin', 'ViTamin');
INSERT INTO public.families VALUES (133, 'tiny_vit', 'TinyViT');
INSERT INTO public.families VALUES (134, 'qwen3_vit', 'Qwen3-VL ViT');
INSERT INTO public.families VALUES (135, 'gemma4_vit', 'Gemma 4 ViT');
INSERT INTO public.families VALUES (136, 'deepseek_vit', 'DeepSeek ViT');
INSERT INTO public.families VALUES (137, 'swin', 'Swin Transformer');
INSERT INTO public.families VALUES (138, 'swin_s3', 'AutoFormerV2 (S3)');
INSERT INTO public.families VALUES (139, 'swinv2', 'Swin Transformer V2');
INSERT INTO public.families VALUES (140, 'pvt_v2', 'PVT v2');
INSERT INTO public.families VALUES (141, 'pit', 'PiT');
INSERT INTO public.families VALUES (142, 'twins', 'Twins');
INSERT INTO public.families VALUES (143, 'nest', 'NesT');
INSERT INTO public.families VALUES (144, 'coat', 'CoaT');
INSERT INTO public.families VALUES (145, 'coatnet', 'CoAtNet');
INSERT INTO public.families VALUES (146, 'coatnext', 'CoAtNeXt');
INSERT INTO public.families VALUES (147, 'maxvit', 'MaxViT');
INSERT INTO public.families VALUES (148, 'maxxvit', 'MaxxViT');
INSERT INTO public.families VALUES (149, 'convit', 'ConViT');
INSERT INTO public.families VALUES (150, 'crossvit', 'CrossViT');
INSERT INTO public.families VALUES (151, 'levit', 'LeViT');
INSERT INTO public.families VALUES (152, 'visformer', 'Visformer');
INSERT INTO public.families VALUES (153, 'gcvit', 'GCViT');
INSERT INTO public.families VALUES (154, 'davit', 'DaViT');
INSERT INTO public.families VALUES (155, 'mvitv2', 'MViTv2');
INSERT INTO public.families VALUES (156, 'hiera', 'Hiera');
INSERT INTO public.families VALUES (157, 'sam2_hiera', 'SAM 2 Hiera');
INSERT INTO public.families VALUES (158, 'nextvit', 'Next-ViT');
INSERT INTO public.families VALUES (159, 'edgenext', 'EdgeNeXt');
INSERT INTO public.families VALUES (160, 'mobilevit', 'MobileViT');
INSERT INTO public.families VALUES (161, 'mobilevitv2', 'MobileViTV2');
INSERT INTO public.families VALUES (162, 'efficientformer', 'EfficientFormer');
INSERT INTO public.families VALUES (163, 'efficientformerv2', 'EfficientFormerV2');
INSERT INTO public.families VALUES (164, 'efficientvit_mit', 'EfficientViT (MIT)');
INSERT INTO public.families VALUES (165, 'efficientvit_msra', 'EfficientViT (MSRA)');
INSERT INTO public.families VALUES (166, 'efficientvim', 'EfficientViM');
INSERT INTO public.families VALUES (167, 'fastvit', 'FastViT');
INSERT INTO public.families VALUES (168, 'mobileclip', 'MobileCLIP');
INSERT INTO public.families VALUES (169, 'mobileclip2', 'MobileCLIP2');
INSERT INTO public.families VALUES (170, 'repvit', 'RepViT');
INSERT INTO public.families VALUES (171, 'swiftformer', 'SwiftFormer');
INSERT INTO public.families VALUES (172, 'shvit', 'SHViT');
INSERT INTO public.families VALUES (173, 'iformer', 'iFormer');
INSERT INTO public.families VALUES (174, 'lowformer', 'LowFormer');
INSERT INTO public.families VALUES (175, 'cpubone', 'CPUBone');
INSERT INTO public.families VALUES (176, 'test', 'timm test networks');


--
-- Data for Name: ingests; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.ingests VALUES (1, 1, '2026-11-22 22:24:37.88951+00', '2026-11-22 22:24:37.9587+00', 2, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (2, 2, '2026-11-22 22:24:37.961662+00', '2026-11-22 22:24:37.980023+00', 2, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (3, 3, '2026-11-22 22:24:37.981712+00', '2026-11-22 22:24:38.005756+00', 0, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (4, 4, '2026-11-22 22:24:38.007541+00', '2026-11-22 22:24:38.025776+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (5, 5, '2026-11-22 22:24:38.027516+00', '2026-11-22 22:24:38.036783+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (6, 6, '2026-11-22 22:24:38.038617+00', '2026-11-22 22:24:38.047413+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (7, 7, '2026-11-22 22:24:38.048826+00', '2026-11-22 22:24:38.057799+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (8, 8, '2026-11-22 22:24:38.059298+00', '2026-11-22 22:24:38.068114+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (9, 9, '2026-11-22 22:24:38.069504+00', '2026-11-22 22:24:38.07801+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (10, 10, '2026-11-22 22:24:38.079438+00', '2026-11-22 22:24:38.088065+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (11, 11, '2026-11-22 22:24:38.089397+00', '2026-11-22 22:24:38.09787+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (12, 12, '2026-11-22 22:24:38.099335+00', '2026-11-22 22:24:38.107954+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (13, 13, '2026-11-22 22:24:38.109263+00', '2026-11-22 22:24:38.117832+00', 4, 0, 0, '0.1.0', false);
INSERT INTO public.ingests VALUES (14, 14, '2026-11-22 22:24:38.11927+00', '2026-11-22 22:24:38.128216+00', 6, 0, 0, '0.1.0', false);


--
-- Data for Name: licences; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: logical_sources; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.logical_sources VALUES (1, 'timm', 'results', 'imagenet');
INSERT INTO public.logical_sources VALUES (2, 'timm', 'benchmark', 'infer-amp-nchw-pt291-cu128-rtx4090');
INSERT INTO public.logical_sources VALUES (3, 'notes', 'notes', 'catalog-notes');
INSERT INTO public.logical_sources VALUES (4, 'backbonedb', 'bench_job', '20260301t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (5, 'backbonedb', 'bench_job', '20260302t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (6, 'backbonedb', 'bench_job', '20260303t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (7, 'backbonedb', 'bench_job', '20260304t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (8, 'backbonedb', 'bench_job', '20260305t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (9, 'backbonedb', 'bench_job', '20260306t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (10, 'backbonedb', 'bench_job', '20260307t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (11, 'backbonedb', 'bench_job', '20260308t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (12, 'backbonedb', 'bench_job', '20260309t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (13, 'backbonedb', 'bench_job', '20260310t010000z-000000000000');
INSERT INTO public.logical_sources VALUES (14, 'backbonedb', 'bench_job', '20260311t010000z-000000000000');


--
-- Data for Name: measurement_samples; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.measurement_samples VALUES (4, 2, '[20.0,20.0,20.0]');
INSERT INTO public.measurement_samples VALUES (4, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (5, 2, '[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO public.measurement_samples VALUES (5, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (6, 2, '[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO public.measurement_samples VALUES (6, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (7, 2, '[20.0,20.0,20.0]');
INSERT INTO public.measurement_samples VALUES (7, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (8, 2, '[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO public.measurement_samples VALUES (8, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (9, 2, '[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO public.measurement_samples VALUES (9, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (10, 2, '[20.0,20.0,20.0]');
INSERT INTO public.measurement_samples VALUES (10, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (11, 2, '[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO public.measurement_samples VALUES (11, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (12, 2, '[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO public.measurement_samples VALUES (12, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (13, 2, '[20.0,20.0,20.0]');
INSERT INTO public.measurement_samples VALUES (13, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (14, 2, '[25.0,25.0,25.0]');
INSERT INTO public.measurement_samples VALUES (14, 3, '[50.0,50.0,50.0]');
INSERT INTO public.measurement_samples VALUES (14, 4, '[25.0,25.0,25.0]');
INSERT INTO public.measurement_samples VALUES (14, 5, '[25.0,25.0,25.0]');


--
-- Data for Name: measurements; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.measurements VALUES (1, 1, 2, 2, NULL, 2, 'resnet50', 224, 1024, 'ok', 3000.5, 341.28, 4.11, 11.11, 25.56, false, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (2, 1, 2, 3, NULL, 3, 'vit_tiny_patch16_224', 224, NULL, 'missing', NULL, NULL, NULL, NULL, NULL, false, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (3, 2, 4, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50, 20, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50, 20, 20, 20, 20, 20, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (4, 2, 4, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (5, 2, 4, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (6, 2, 4, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (7, 3, 5, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.05, 19.980019980019982, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.05, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (8, 3, 5, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (9, 3, 5, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (10, 3, 5, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (11, 4, 6, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.1, 19.96007984031936, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.1, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (12, 4, 6, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (13, 4, 6, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (14, 4, 6, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (15, 5, 7, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50, 20, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50, 20, 20, 20, 20, 20, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (16, 5, 7, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (17, 5, 7, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (18, 5, 7, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (19, 6, 8, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.05, 19.980019980019982, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.05, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (20, 6, 8, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (21, 6, 8, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (22, 6, 8, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (23, 7, 9, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.1, 19.96007984031936, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.1, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (24, 7, 9, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (25, 7, 9, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (26, 7, 9, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (27, 8, 10, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50, 20, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50, 20, 20, 20, 20, 20, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (28, 8, 10, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (29, 8, 10, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (30, 8, 10, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (31, 9, 11, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.05, 19.980019980019982, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.05, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 19.980019980019982, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (32, 9, 11, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (33, 9, 11, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (34, 9, 11, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (35, 10, 12, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50.1, 19.96007984031936, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50.1, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 19.96007984031936, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (36, 10, 12, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (37, 10, 12, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (38, 10, 12, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (39, 11, 13, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 50, 20, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 50, 20, 20, 20, 20, 20, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (40, 11, 13, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (41, 11, 13, 4, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (42, 11, 13, 5, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (43, 12, 14, 2, NULL, 2, 'resnet50', 224, 1, 'ok', 40, 25, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 40, 25, 25, 25, 25, 25, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (44, 12, 14, 3, NULL, 4, 'vgg11', 224, 1, 'ok', 20, 50, 4.1, 11.1, 25.557032, false, 1, NULL, false, 3, false, 20, 50, 50, 50, 50, 50, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (45, 12, 14, 4, NULL, 2, 'resnet50', 224, 1, 'ok', 40, 25, 4.1, 11.1, 25.557032, false, 2, NULL, false, 3, false, 40, 25, 25, 25, 25, 25, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (46, 12, 14, 5, NULL, 2, 'resnet50', 224, 1, 'ok', 40, 25, 4.1, 11.1, 25.557032, false, 3, NULL, false, 3, false, 40, 25, 25, 25, 25, 25, 0, 0, 0.1, NULL, 512, NULL, NULL, 'torch.utils.flop_counter', true);
INSERT INTO public.measurements VALUES (47, 12, 14, 6, NULL, 5, 'vgg16', 224, 4, 'oom', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in oom', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.measurements VALUES (48, 12, 14, 7, NULL, 6, 'vgg19', 224, NULL, 'error', NULL, NULL, NULL, NULL, NULL, false, 1, 'it ended in error', true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: model_papers; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.model_papers VALUES (2, 2, 'introduces', 'curated', 'high');
INSERT INTO public.model_papers VALUES (3, 8, 'introduces', 'curated', 'medium');


--
-- Data for Name: models; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.models VALUES (1, 'coat_lite_mini', 144, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.models VALUES (2, 'resnet50', 1, 2015, 'paper', NULL, NULL, false, NULL, NULL);
INSERT INTO public.models VALUES (3, 'vit_tiny_patch16_224', 100, 2020, 'paper', NULL, NULL, false, NULL, NULL);
INSERT INTO public.models VALUES (4, 'vgg11', 26, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.models VALUES (5, 'vgg16', 26, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.models VALUES (6, 'vgg19', 26, NULL, NULL, NULL, NULL, false, NULL, NULL);


--
-- Data for Name: note_models; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: note_papers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: note_remarks; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: note_sizes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: note_trainers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: papers; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.papers VALUES (1, '1409.0575', '1409.0575', 'ImageNet Large Scale Visual Recognition Challenge', 'https://arxiv.org/abs/1409.0575', '2014-09', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (2, '1512.03385', '1512.03385', 'Deep Residual Learning for Image Recognition', 'https://arxiv.org/abs/1512.03385', '2015-12', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (3, '1902.10811', '1902.10811', 'Do ImageNet Classifiers Generalize to ImageNet?', 'https://arxiv.org/abs/1902.10811', '2019-02', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (4, '1905.13549', '1905.13549', 'Learning Robust Global Representations by Penalizing Local Predictive Power', 'https://arxiv.org/abs/1905.13549', '2019-05', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (5, '1907.07174', '1907.07174', 'Natural Adversarial Examples', 'https://arxiv.org/abs/1907.07174', '2019-07', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (6, '2006.07159', '2006.07159', 'Are we done with ImageNet?', 'https://arxiv.org/abs/2006.07159', '2020-06', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (7, '2006.16241', '2006.16241', 'The Many Faces of Robustness: A Critical Analysis of Out-of-Distribution Generalization', 'https://arxiv.org/abs/2006.16241', '2020-06', 'month', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.papers VALUES (8, '2010.11929', '2010.11929', 'An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale', 'https://arxiv.org/abs/2010.11929', '2020-10', 'month', NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: problems; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.problems VALUES (3, 1, 3, 'model', 'unregistered_name', 'coat_lite_mini.in1k is not in timm''s registry', true);
INSERT INTO public.problems VALUES (4, 1, 2, 'model', 'unregistered_name', 'resnet50.a1_in1k is not in timm''s registry', true);
INSERT INTO public.problems VALUES (5, 2, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (6, 2, 3, 'model', 'unregistered_name', 'vit_tiny_patch16_224 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (7, 3, 3, NULL, 'note_outside_entry', '''coat_lite_mini'' stands below no entry, so it is told of none', false);
INSERT INTO public.problems VALUES (8, 3, 4, NULL, 'note_outside_entry', '''train 224x224, test 224x224'' stands below no entry, so it is told of none', false);
INSERT INTO public.problems VALUES (9, 3, 5, NULL, 'note_outside_entry', '''2021.04.13 논문'' stands below no entry, so it is told of none', false);
INSERT INTO public.problems VALUES (10, 4, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (11, 4, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (12, 4, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (13, 4, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (14, 5, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (15, 5, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (16, 5, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (17, 5, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (18, 6, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (19, 6, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (20, 6, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (21, 6, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (22, 7, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (23, 7, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (24, 7, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (25, 7, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (26, 8, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (27, 8, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (28, 8, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (29, 8, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (30, 9, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (31, 9, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (32, 9, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (33, 9, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (34, 10, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (35, 10, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (36, 10, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (37, 10, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (38, 11, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (39, 11, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (40, 11, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (41, 11, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (42, 12, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (43, 12, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (44, 12, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (45, 12, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (46, 13, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (47, 13, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (48, 13, 4, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (49, 13, 5, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (50, 14, 2, 'model', 'unregistered_name', 'resnet50 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (51, 14, 3, 'model', 'unregistered_name', 'vgg11 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (52, 14, 6, 'model', 'unregistered_name', 'vgg16 is not in timm''s registry', true);
INSERT INTO public.problems VALUES (53, 14, 7, 'model', 'unregistered_name', 'vgg19 is not in timm''s registry', true);


--
-- Data for Name: resolutions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: series; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.series VALUES (1, 'resnet50', 224, 1, 'infer', 'fp32', 'nchw', 'off', 'abacus-2c-2gib@lab', 'backbonedb-median 1', 'samples_per_second');


--
-- Data for Name: source_rows; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.source_rows VALUES (1, 2, '["resnet50.a1_in1k","224","80.1","19.900","95.0","5.000","25.56","0.875","bicubic"]');
INSERT INTO public.source_rows VALUES (1, 3, '["coat_lite_mini.in1k","224","79.1","20.900","94.5","5.500","25.56","0.875","bicubic"]');
INSERT INTO public.source_rows VALUES (2, 2, '["resnet50","3000.5","341.28","1024","224","4.11","11.11","25.56"]');
INSERT INTO public.source_rows VALUES (2, 3, '["vit_tiny_patch16_224","","","","224","","",""]');
INSERT INTO public.source_rows VALUES (3, 1, '["# 2021"]');
INSERT INTO public.source_rows VALUES (3, 2, '["## [CoaT](#)"]');
INSERT INTO public.source_rows VALUES (3, 3, '["- coat_lite_mini"]');
INSERT INTO public.source_rows VALUES (3, 4, '["- train 224x224, test 224x224"]');
INSERT INTO public.source_rows VALUES (3, 5, '["- 2021.04.13 논문"]');
INSERT INTO public.source_rows VALUES (4, 1, '{"schema_version": 1, "type": "run", "run_id": "20260301t010000z-000000000000", "started_at": "2026-03-01T01:00:00.000000Z", "night": "2026-03-01", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (4, 2, '{"schema_version":1,"type":"measurement","run_id":"20260301t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-01T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (4, 3, '{"schema_version":1,"type":"measurement","run_id":"20260301t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-01T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (4, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260301t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-01T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (4, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260301t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-01T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (4, 6, '{"schema_version": 1, "type": "end", "run_id": "20260301t010000z-000000000000", "finished_at": "2026-03-01T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (5, 1, '{"schema_version": 1, "type": "run", "run_id": "20260302t010000z-000000000000", "started_at": "2026-03-02T01:00:00.000000Z", "night": "2026-03-02", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (5, 2, '{"schema_version":1,"type":"measurement","run_id":"20260302t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-02T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (5, 3, '{"schema_version":1,"type":"measurement","run_id":"20260302t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-02T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (5, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260302t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-02T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (5, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260302t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-02T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (5, 6, '{"schema_version": 1, "type": "end", "run_id": "20260302t010000z-000000000000", "finished_at": "2026-03-02T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (6, 1, '{"schema_version": 1, "type": "run", "run_id": "20260303t010000z-000000000000", "started_at": "2026-03-03T01:00:00.000000Z", "night": "2026-03-03", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (6, 2, '{"schema_version":1,"type":"measurement","run_id":"20260303t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-03T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (6, 3, '{"schema_version":1,"type":"measurement","run_id":"20260303t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-03T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (6, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260303t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-03T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (6, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260303t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-03T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (6, 6, '{"schema_version": 1, "type": "end", "run_id": "20260303t010000z-000000000000", "finished_at": "2026-03-03T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (7, 1, '{"schema_version": 1, "type": "run", "run_id": "20260304t010000z-000000000000", "started_at": "2026-03-04T01:00:00.000000Z", "night": "2026-03-04", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (7, 2, '{"schema_version":1,"type":"measurement","run_id":"20260304t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-04T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (7, 3, '{"schema_version":1,"type":"measurement","run_id":"20260304t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-04T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (7, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260304t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-04T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (7, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260304t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-04T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (7, 6, '{"schema_version": 1, "type": "end", "run_id": "20260304t010000z-000000000000", "finished_at": "2026-03-04T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (8, 1, '{"schema_version": 1, "type": "run", "run_id": "20260305t010000z-000000000000", "started_at": "2026-03-05T01:00:00.000000Z", "night": "2026-03-05", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (8, 2, '{"schema_version":1,"type":"measurement","run_id":"20260305t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-05T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (8, 3, '{"schema_version":1,"type":"measurement","run_id":"20260305t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-05T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (8, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260305t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-05T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (8, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260305t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-05T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (8, 6, '{"schema_version": 1, "type": "end", "run_id": "20260305t010000z-000000000000", "finished_at": "2026-03-05T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (9, 1, '{"schema_version": 1, "type": "run", "run_id": "20260306t010000z-000000000000", "started_at": "2026-03-06T01:00:00.000000Z", "night": "2026-03-06", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (9, 2, '{"schema_version":1,"type":"measurement","run_id":"20260306t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-06T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (9, 3, '{"schema_version":1,"type":"measurement","run_id":"20260306t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-06T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (9, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260306t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-06T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (9, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260306t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-06T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (9, 6, '{"schema_version": 1, "type": "end", "run_id": "20260306t010000z-000000000000", "finished_at": "2026-03-06T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (10, 1, '{"schema_version": 1, "type": "run", "run_id": "20260307t010000z-000000000000", "started_at": "2026-03-07T01:00:00.000000Z", "night": "2026-03-07", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (10, 2, '{"schema_version":1,"type":"measurement","run_id":"20260307t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-07T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (10, 3, '{"schema_version":1,"type":"measurement","run_id":"20260307t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-07T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (10, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260307t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-07T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (10, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260307t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-07T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (10, 6, '{"schema_version": 1, "type": "end", "run_id": "20260307t010000z-000000000000", "finished_at": "2026-03-07T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (11, 1, '{"schema_version": 1, "type": "run", "run_id": "20260308t010000z-000000000000", "started_at": "2026-03-08T01:00:00.000000Z", "night": "2026-03-08", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (11, 2, '{"schema_version":1,"type":"measurement","run_id":"20260308t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-08T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (11, 3, '{"schema_version":1,"type":"measurement","run_id":"20260308t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-08T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (11, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260308t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-08T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (11, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260308t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-08T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (11, 6, '{"schema_version": 1, "type": "end", "run_id": "20260308t010000z-000000000000", "finished_at": "2026-03-08T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (12, 1, '{"schema_version": 1, "type": "run", "run_id": "20260309t010000z-000000000000", "started_at": "2026-03-09T01:00:00.000000Z", "night": "2026-03-09", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (12, 2, '{"schema_version":1,"type":"measurement","run_id":"20260309t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-09T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (12, 3, '{"schema_version":1,"type":"measurement","run_id":"20260309t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-09T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (12, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260309t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-09T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (12, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260309t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-09T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (12, 6, '{"schema_version": 1, "type": "end", "run_id": "20260309t010000z-000000000000", "finished_at": "2026-03-09T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (13, 1, '{"schema_version": 1, "type": "run", "run_id": "20260310t010000z-000000000000", "started_at": "2026-03-10T01:00:00.000000Z", "night": "2026-03-10", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (13, 2, '{"schema_version":1,"type":"measurement","run_id":"20260310t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-10T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (13, 3, '{"schema_version":1,"type":"measurement","run_id":"20260310t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-10T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (13, 4, '{"schema_version": 1, "type": "measurement", "run_id": "20260310t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-10T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (13, 5, '{"schema_version": 1, "type": "measurement", "run_id": "20260310t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-10T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (13, 6, '{"schema_version": 1, "type": "end", "run_id": "20260310t010000z-000000000000", "finished_at": "2026-03-10T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO public.source_rows VALUES (14, 1, '{"schema_version": 1, "type": "run", "run_id": "20260311t010000z-000000000000", "started_at": "2026-03-11T01:00:00.000000Z", "night": "2026-03-11", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO public.source_rows VALUES (14, 2, '{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (14, 3, '{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (14, 4, '{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":2,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (14, 5, '{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":3,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO public.source_rows VALUES (14, 6, '{"schema_version": 1, "type": "measurement", "run_id": "20260311t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-11T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO public.source_rows VALUES (14, 7, '{"schema_version": 1, "type": "measurement", "run_id": "20260311t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-11T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO public.source_rows VALUES (14, 8, '{"schema_version": 1, "type": "end", "run_id": "20260311t010000z-000000000000", "finished_at": "2026-03-11T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');


--
-- Data for Name: sources; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sources VALUES (1, 1, 'results-imagenet.csv', 'memory:results-imagenet.csv', NULL, NULL, '2026-01-01 00:00:00+00', '42dede9b05a6e047a2dd708f03718ab9413b91ab8705e9d25ee54541583b6135', 209, 2, '["model","img_size","top1","top1_err","top5","top5_err","param_count","crop_pct","interpolation"]', NULL, true);
INSERT INTO public.sources VALUES (2, 2, 'benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv', 'memory:benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv', NULL, NULL, '2026-01-01 00:00:00+00', '19dae977764a7ef326b60981c8e62e501360dd388dab221c1cb897ed48222662', 192, 2, '["model","infer_samples_per_sec","infer_step_time","infer_batch_size","infer_img_size","infer_gmacs","infer_macts","param_count"]', NULL, true);
INSERT INTO public.sources VALUES (3, 3, 'catalog-notes.md', 'memory:catalog-notes.md', NULL, NULL, '2026-01-01 00:00:00+00', '98dcd398ec16ce5e228bc5b6c7082349b75de5d36844dd5c0eee0a8df9363bf9', 87, 5, NULL, NULL, true);
INSERT INTO public.sources VALUES (4, 4, 'bench-20260301t010000z-000000000000.jsonl', 'memory:bench-20260301t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '686bb80e3c60f50aa60eabf60fd9b91e2e7c829a924e2f1590e77a1fd321be73', 3633, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (5, 5, 'bench-20260302t010000z-000000000000.jsonl', 'memory:bench-20260302t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '85522d9441da15d32ba8b673b5f989ec4f40c7c9942557fdb5311730afec8285', 3761, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (6, 6, 'bench-20260303t010000z-000000000000.jsonl', 'memory:bench-20260303t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', 'a782897ee4c8ec0a87cc5bc42025b1dad1540bb630aeb106f957f7b59059aee2', 3750, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (7, 7, 'bench-20260304t010000z-000000000000.jsonl', 'memory:bench-20260304t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '184eaac1243147b6987dfc7f01d07f231e7828461d54bf45347853f73c4a80c6', 3633, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (8, 8, 'bench-20260305t010000z-000000000000.jsonl', 'memory:bench-20260305t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', 'a626873f0a33506c23b85b547ef6c3c404a5efddbf5da0f3d37c9c39fbb770d2', 3761, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (9, 9, 'bench-20260306t010000z-000000000000.jsonl', 'memory:bench-20260306t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '45aec0d6551ea3e9f7b8a281f8b17e02ca56c470ba6d2fc98417d42751e1c81d', 3750, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (10, 10, 'bench-20260307t010000z-000000000000.jsonl', 'memory:bench-20260307t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', 'b4e64e0f90fe0cdd07d0d57a5ef0d5ba16fee3dce8a1d7c5888934eb7c78d567', 3633, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (11, 11, 'bench-20260308t010000z-000000000000.jsonl', 'memory:bench-20260308t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '116a8088b77efaea2ba3f623490f7b18ddcaf36e8fe3efd92077fb23faa3dcf7', 3761, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (12, 12, 'bench-20260309t010000z-000000000000.jsonl', 'memory:bench-20260309t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '8a3e9e733a723e5b0e21e04d12cdbfa1db071a9a7f958862bf4d6b427510bb7e', 3750, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (13, 13, 'bench-20260310t010000z-000000000000.jsonl', 'memory:bench-20260310t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', '77944cfb3880dbb3c92504e82d5933c3b5d295ab73b6895a7edc0d2e4a70f888', 3633, 6, NULL, NULL, true);
INSERT INTO public.sources VALUES (14, 14, 'bench-20260311t010000z-000000000000.jsonl', 'memory:bench-20260311t010000z-000000000000.jsonl', NULL, NULL, '2026-01-01 00:00:00+00', 'bd24800d7a25e45ebabd6818ec7a133aac79a6df5e0a3c784338cb48951e7009', 5653, 8, NULL, NULL, true);


--
-- Data for Name: variant_labels; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: variant_papers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: variants; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.variants VALUES (1, 1, 'coat_lite_mini.in1k', 'in1k', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'ImageNet-1k', NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, NULL);
INSERT INTO public.variants VALUES (2, 2, 'resnet50.a1_in1k', 'a1_in1k', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'ImageNet-1k', NULL, 'ResNet strikes back A1', 'timm', NULL, NULL, NULL, false, false, NULL, NULL);


--
-- Name: alerts_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.alerts_id_seq', 1, true);


--
-- Name: aliases_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.aliases_id_seq', 1, false);


--
-- Name: benchmark_runs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.benchmark_runs_id_seq', 12, true);


--
-- Name: change_points_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.change_points_id_seq', 1, false);


--
-- Name: datasets_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.datasets_id_seq', 8, true);


--
-- Name: environments_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.environments_id_seq', 2, true);


--
-- Name: evaluations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.evaluations_id_seq', 2, true);


--
-- Name: families_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.families_id_seq', 176, true);


--
-- Name: ingests_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ingests_id_seq', 14, true);


--
-- Name: licences_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.licences_id_seq', 1, false);


--
-- Name: logical_sources_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.logical_sources_id_seq', 14, true);


--
-- Name: measurements_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.measurements_id_seq', 48, true);


--
-- Name: models_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.models_id_seq', 6, true);


--
-- Name: notes_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notes_id_seq', 1, false);


--
-- Name: papers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.papers_id_seq', 8, true);


--
-- Name: problems_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.problems_id_seq', 53, true);


--
-- Name: resolutions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.resolutions_id_seq', 1, false);


--
-- Name: series_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.series_id_seq', 1, true);


--
-- Name: sources_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.sources_id_seq', 14, true);


--
-- Name: variant_labels_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.variant_labels_id_seq', 1, false);


--
-- Name: variants_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.variants_id_seq', 2, true);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: alerts pk_alerts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT pk_alerts PRIMARY KEY (id);


--
-- Name: aliases pk_aliases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT pk_aliases PRIMARY KEY (id);


--
-- Name: benchmark_runs pk_benchmark_runs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs
    ADD CONSTRAINT pk_benchmark_runs PRIMARY KEY (id);


--
-- Name: change_points pk_change_points; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_points
    ADD CONSTRAINT pk_change_points PRIMARY KEY (id);


--
-- Name: data_state pk_data_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_state
    ADD CONSTRAINT pk_data_state PRIMARY KEY (id);


--
-- Name: datasets pk_datasets; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.datasets
    ADD CONSTRAINT pk_datasets PRIMARY KEY (id);


--
-- Name: environments pk_environments; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.environments
    ADD CONSTRAINT pk_environments PRIMARY KEY (id);


--
-- Name: evaluations pk_evaluations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT pk_evaluations PRIMARY KEY (id);


--
-- Name: families pk_families; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families
    ADD CONSTRAINT pk_families PRIMARY KEY (id);


--
-- Name: ingests pk_ingests; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ingests
    ADD CONSTRAINT pk_ingests PRIMARY KEY (id);


--
-- Name: licences pk_licences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.licences
    ADD CONSTRAINT pk_licences PRIMARY KEY (id);


--
-- Name: logical_sources pk_logical_sources; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.logical_sources
    ADD CONSTRAINT pk_logical_sources PRIMARY KEY (id);


--
-- Name: measurement_samples pk_measurement_samples; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurement_samples
    ADD CONSTRAINT pk_measurement_samples PRIMARY KEY (source_id, line);


--
-- Name: measurements pk_measurements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT pk_measurements PRIMARY KEY (id);


--
-- Name: model_papers pk_model_papers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.model_papers
    ADD CONSTRAINT pk_model_papers PRIMARY KEY (model_id, paper_id);


--
-- Name: models pk_models; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.models
    ADD CONSTRAINT pk_models PRIMARY KEY (id);


--
-- Name: note_models pk_note_models; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT pk_note_models PRIMARY KEY (note_id, "position");


--
-- Name: note_papers pk_note_papers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_papers
    ADD CONSTRAINT pk_note_papers PRIMARY KEY (note_id, arxiv_id);


--
-- Name: note_remarks pk_note_remarks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_remarks
    ADD CONSTRAINT pk_note_remarks PRIMARY KEY (note_id, "position");


--
-- Name: note_sizes pk_note_sizes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_sizes
    ADD CONSTRAINT pk_note_sizes PRIMARY KEY (note_id, "position");


--
-- Name: note_trainers pk_note_trainers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_trainers
    ADD CONSTRAINT pk_note_trainers PRIMARY KEY (note_id, token);


--
-- Name: notes pk_notes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT pk_notes PRIMARY KEY (id);


--
-- Name: papers pk_papers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.papers
    ADD CONSTRAINT pk_papers PRIMARY KEY (id);


--
-- Name: problems pk_problems; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.problems
    ADD CONSTRAINT pk_problems PRIMARY KEY (id);


--
-- Name: resolutions pk_resolutions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions
    ADD CONSTRAINT pk_resolutions PRIMARY KEY (id);


--
-- Name: series pk_series; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.series
    ADD CONSTRAINT pk_series PRIMARY KEY (id);


--
-- Name: source_rows pk_source_rows; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source_rows
    ADD CONSTRAINT pk_source_rows PRIMARY KEY (source_id, line);


--
-- Name: sources pk_sources; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sources
    ADD CONSTRAINT pk_sources PRIMARY KEY (id);


--
-- Name: variant_labels pk_variant_labels; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT pk_variant_labels PRIMARY KEY (id);


--
-- Name: variant_papers pk_variant_papers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_papers
    ADD CONSTRAINT pk_variant_papers PRIMARY KEY (variant_id, paper_id);


--
-- Name: variants pk_variants; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants
    ADD CONSTRAINT pk_variants PRIMARY KEY (id);


--
-- Name: aliases uq_aliases_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT uq_aliases_name UNIQUE (name);


--
-- Name: benchmark_runs uq_benchmark_runs_logical_source_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs
    ADD CONSTRAINT uq_benchmark_runs_logical_source_id UNIQUE (logical_source_id);


--
-- Name: benchmark_runs uq_benchmark_runs_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs
    ADD CONSTRAINT uq_benchmark_runs_slug UNIQUE (slug);


--
-- Name: change_points uq_change_points_series_id_run_id_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_points
    ADD CONSTRAINT uq_change_points_series_id_run_id_kind UNIQUE (series_id, run_id, kind);


--
-- Name: datasets uq_datasets_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.datasets
    ADD CONSTRAINT uq_datasets_name UNIQUE (name);


--
-- Name: environments uq_environments_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.environments
    ADD CONSTRAINT uq_environments_slug UNIQUE (slug);


--
-- Name: evaluations uq_evaluations_logical_source_id_name_written_img_size__1beb; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT uq_evaluations_logical_source_id_name_written_img_size__1beb UNIQUE (logical_source_id, name_written, img_size, source_id);


--
-- Name: families uq_families_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families
    ADD CONSTRAINT uq_families_name UNIQUE (name);


--
-- Name: ingests uq_ingests_source_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ingests
    ADD CONSTRAINT uq_ingests_source_id UNIQUE (source_id);


--
-- Name: licences uq_licences_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.licences
    ADD CONSTRAINT uq_licences_name UNIQUE (name);


--
-- Name: logical_sources uq_logical_sources_publisher_kind_subject; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.logical_sources
    ADD CONSTRAINT uq_logical_sources_publisher_kind_subject UNIQUE (publisher, kind, subject);


--
-- Name: measurements uq_measurements_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT uq_measurements_key UNIQUE (run_id, name_written, img_size, batch_size, repeat, source_id);


--
-- Name: models uq_models_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.models
    ADD CONSTRAINT uq_models_name UNIQUE (name);


--
-- Name: notes uq_notes_source_id_position; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT uq_notes_source_id_position UNIQUE (source_id, "position");


--
-- Name: papers uq_papers_arxiv_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.papers
    ADD CONSTRAINT uq_papers_arxiv_id UNIQUE (arxiv_id);


--
-- Name: papers uq_papers_doi; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.papers
    ADD CONSTRAINT uq_papers_doi UNIQUE (doi);


--
-- Name: papers uq_papers_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.papers
    ADD CONSTRAINT uq_papers_key UNIQUE (key);


--
-- Name: resolutions uq_resolutions_variant_id_purpose_height_width; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions
    ADD CONSTRAINT uq_resolutions_variant_id_purpose_height_width UNIQUE (variant_id, purpose, height, width);


--
-- Name: series uq_series_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.series
    ADD CONSTRAINT uq_series_key UNIQUE (model, img_size, batch_size, task, "precision", layout, compile, device_key, protocol, metric);


--
-- Name: variant_labels uq_variant_labels_logical_source_id_name_written_source_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT uq_variant_labels_logical_source_id_name_written_source_id UNIQUE (logical_source_id, name_written, source_id);


--
-- Name: variants uq_variants_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants
    ADD CONSTRAINT uq_variants_name UNIQUE (name);


--
-- Name: ix_alerts_device_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_device_key ON public.alerts USING btree (device_key);


--
-- Name: ix_alerts_raised_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_raised_at ON public.alerts USING btree (raised_at);


--
-- Name: ix_alerts_run_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_run_id ON public.alerts USING btree (run_id);


--
-- Name: ix_alerts_series_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_series_id ON public.alerts USING btree (series_id);


--
-- Name: ix_aliases_model_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_aliases_model_id ON public.aliases USING btree (model_id);


--
-- Name: ix_aliases_variant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_aliases_variant_id ON public.aliases USING btree (variant_id);


--
-- Name: ix_benchmark_runs_environment_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_benchmark_runs_environment_id ON public.benchmark_runs USING btree (environment_id);


--
-- Name: ix_change_points_run_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_change_points_run_id ON public.change_points USING btree (run_id);


--
-- Name: ix_datasets_paper_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_datasets_paper_id ON public.datasets USING btree (paper_id);


--
-- Name: ix_environments_device_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_environments_device_key ON public.environments USING btree (device_key);


--
-- Name: ix_evaluations_shown; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evaluations_shown ON public.evaluations USING btree (dataset_id, img_size, top1, id) WHERE is_shown;


--
-- Name: ix_evaluations_variant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evaluations_variant_id ON public.evaluations USING btree (variant_id, dataset_id, img_size);


--
-- Name: ix_measurements_model_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_measurements_model_id ON public.measurements USING btree (model_id, img_size, run_id);


--
-- Name: ix_model_papers_paper_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_model_papers_paper_id ON public.model_papers USING btree (paper_id);


--
-- Name: ix_models_family_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_models_family_id ON public.models USING btree (family_id);


--
-- Name: ix_models_year; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_models_year ON public.models USING btree (year);


--
-- Name: ix_note_models_family_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_note_models_family_id ON public.note_models USING btree (family_id);


--
-- Name: ix_note_models_model_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_note_models_model_id ON public.note_models USING btree (model_id);


--
-- Name: ix_note_models_variant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_note_models_variant_id ON public.note_models USING btree (variant_id);


--
-- Name: ix_notes_link_variant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notes_link_variant_id ON public.notes USING btree (link_variant_id);


--
-- Name: ix_problems_source_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_problems_source_id ON public.problems USING btree (source_id, line);


--
-- Name: ix_sources_logical_source_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sources_logical_source_id ON public.sources USING btree (logical_source_id, id);


--
-- Name: ix_variant_labels_variant_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_variant_labels_variant_id ON public.variant_labels USING btree (variant_id);


--
-- Name: ix_variant_papers_paper_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_variant_papers_paper_id ON public.variant_papers USING btree (paper_id);


--
-- Name: ix_variants_licence_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_variants_licence_id ON public.variants USING btree (licence_id);


--
-- Name: ix_variants_model_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_variants_model_id ON public.variants USING btree (model_id, name);


--
-- Name: uq_evaluations_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_evaluations_current ON public.evaluations USING btree (logical_source_id, name_written, img_size) WHERE (until_source_id IS NULL);


--
-- Name: uq_measurements_without_batch_size; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_measurements_without_batch_size ON public.measurements USING btree (run_id, name_written, img_size, repeat, source_id) WHERE (batch_size IS NULL);


--
-- Name: uq_model_papers_introduces; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_model_papers_introduces ON public.model_papers USING btree (model_id) WHERE ((relation)::text = 'introduces'::text);


--
-- Name: uq_sources_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_sources_current ON public.sources USING btree (logical_source_id) WHERE is_current;


--
-- Name: uq_variant_labels_current; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_variant_labels_current ON public.variant_labels USING btree (logical_source_id, name_written) WHERE (until_source_id IS NULL);


--
-- Name: alerts fk_alerts_run_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_run_id FOREIGN KEY (run_id) REFERENCES public.benchmark_runs(id);


--
-- Name: alerts fk_alerts_series_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_series_id FOREIGN KEY (series_id) REFERENCES public.series(id);


--
-- Name: aliases fk_aliases_model_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT fk_aliases_model_id FOREIGN KEY (model_id) REFERENCES public.models(id);


--
-- Name: aliases fk_aliases_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT fk_aliases_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: aliases fk_aliases_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.aliases
    ADD CONSTRAINT fk_aliases_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: benchmark_runs fk_benchmark_runs_environment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs
    ADD CONSTRAINT fk_benchmark_runs_environment_id FOREIGN KEY (environment_id) REFERENCES public.environments(id);


--
-- Name: benchmark_runs fk_benchmark_runs_logical_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.benchmark_runs
    ADD CONSTRAINT fk_benchmark_runs_logical_source_id FOREIGN KEY (logical_source_id) REFERENCES public.logical_sources(id);


--
-- Name: change_points fk_change_points_run_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_points
    ADD CONSTRAINT fk_change_points_run_id FOREIGN KEY (run_id) REFERENCES public.benchmark_runs(id);


--
-- Name: change_points fk_change_points_series_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_points
    ADD CONSTRAINT fk_change_points_series_id FOREIGN KEY (series_id) REFERENCES public.series(id);


--
-- Name: datasets fk_datasets_clean_dataset_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.datasets
    ADD CONSTRAINT fk_datasets_clean_dataset_id FOREIGN KEY (clean_dataset_id) REFERENCES public.datasets(id);


--
-- Name: datasets fk_datasets_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.datasets
    ADD CONSTRAINT fk_datasets_paper_id FOREIGN KEY (paper_id) REFERENCES public.papers(id);


--
-- Name: evaluations fk_evaluations_dataset_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT fk_evaluations_dataset_id FOREIGN KEY (dataset_id) REFERENCES public.datasets(id);


--
-- Name: evaluations fk_evaluations_logical_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT fk_evaluations_logical_source_id FOREIGN KEY (logical_source_id) REFERENCES public.logical_sources(id);


--
-- Name: evaluations fk_evaluations_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT fk_evaluations_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: evaluations fk_evaluations_until_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT fk_evaluations_until_source_id FOREIGN KEY (until_source_id) REFERENCES public.sources(id);


--
-- Name: evaluations fk_evaluations_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evaluations
    ADD CONSTRAINT fk_evaluations_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: ingests fk_ingests_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ingests
    ADD CONSTRAINT fk_ingests_source_id FOREIGN KEY (source_id) REFERENCES public.sources(id);


--
-- Name: measurement_samples fk_measurement_samples_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurement_samples
    ADD CONSTRAINT fk_measurement_samples_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: measurements fk_measurements_model_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT fk_measurements_model_id FOREIGN KEY (model_id) REFERENCES public.models(id);


--
-- Name: measurements fk_measurements_run_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT fk_measurements_run_id FOREIGN KEY (run_id) REFERENCES public.benchmark_runs(id);


--
-- Name: measurements fk_measurements_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT fk_measurements_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: measurements fk_measurements_until_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.measurements
    ADD CONSTRAINT fk_measurements_until_source_id FOREIGN KEY (until_source_id) REFERENCES public.sources(id);


--
-- Name: model_papers fk_model_papers_model_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.model_papers
    ADD CONSTRAINT fk_model_papers_model_id FOREIGN KEY (model_id) REFERENCES public.models(id);


--
-- Name: model_papers fk_model_papers_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.model_papers
    ADD CONSTRAINT fk_model_papers_paper_id FOREIGN KEY (paper_id) REFERENCES public.papers(id);


--
-- Name: models fk_models_family_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.models
    ADD CONSTRAINT fk_models_family_id FOREIGN KEY (family_id) REFERENCES public.families(id);


--
-- Name: models fk_models_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.models
    ADD CONSTRAINT fk_models_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: note_models fk_note_models_family_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT fk_note_models_family_id FOREIGN KEY (family_id) REFERENCES public.families(id);


--
-- Name: note_models fk_note_models_model_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT fk_note_models_model_id FOREIGN KEY (model_id) REFERENCES public.models(id);


--
-- Name: note_models fk_note_models_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT fk_note_models_note_id FOREIGN KEY (note_id) REFERENCES public.notes(id);


--
-- Name: note_models fk_note_models_note_id_remark_position; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT fk_note_models_note_id_remark_position FOREIGN KEY (note_id, remark_position) REFERENCES public.note_remarks(note_id, "position");


--
-- Name: note_models fk_note_models_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_models
    ADD CONSTRAINT fk_note_models_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: note_papers fk_note_papers_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_papers
    ADD CONSTRAINT fk_note_papers_note_id FOREIGN KEY (note_id) REFERENCES public.notes(id);


--
-- Name: note_papers fk_note_papers_note_id_remark_position; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_papers
    ADD CONSTRAINT fk_note_papers_note_id_remark_position FOREIGN KEY (note_id, remark_position) REFERENCES public.note_remarks(note_id, "position");


--
-- Name: note_remarks fk_note_remarks_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_remarks
    ADD CONSTRAINT fk_note_remarks_note_id FOREIGN KEY (note_id) REFERENCES public.notes(id);


--
-- Name: note_remarks fk_note_remarks_note_id_parent_position; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_remarks
    ADD CONSTRAINT fk_note_remarks_note_id_parent_position FOREIGN KEY (note_id, parent_position) REFERENCES public.note_remarks(note_id, "position");


--
-- Name: note_sizes fk_note_sizes_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_sizes
    ADD CONSTRAINT fk_note_sizes_note_id FOREIGN KEY (note_id) REFERENCES public.notes(id);


--
-- Name: note_trainers fk_note_trainers_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_trainers
    ADD CONSTRAINT fk_note_trainers_note_id FOREIGN KEY (note_id) REFERENCES public.notes(id);


--
-- Name: note_trainers fk_note_trainers_note_id_remark_position; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.note_trainers
    ADD CONSTRAINT fk_note_trainers_note_id_remark_position FOREIGN KEY (note_id, remark_position) REFERENCES public.note_remarks(note_id, "position");


--
-- Name: notes fk_notes_link_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT fk_notes_link_variant_id FOREIGN KEY (link_variant_id) REFERENCES public.variants(id);


--
-- Name: notes fk_notes_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notes
    ADD CONSTRAINT fk_notes_source_id FOREIGN KEY (source_id) REFERENCES public.sources(id);


--
-- Name: problems fk_problems_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.problems
    ADD CONSTRAINT fk_problems_source_id FOREIGN KEY (source_id) REFERENCES public.sources(id);


--
-- Name: resolutions fk_resolutions_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resolutions
    ADD CONSTRAINT fk_resolutions_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: source_rows fk_source_rows_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source_rows
    ADD CONSTRAINT fk_source_rows_source_id FOREIGN KEY (source_id) REFERENCES public.sources(id);


--
-- Name: sources fk_sources_logical_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sources
    ADD CONSTRAINT fk_sources_logical_source_id FOREIGN KEY (logical_source_id) REFERENCES public.logical_sources(id);


--
-- Name: variant_labels fk_variant_labels_logical_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT fk_variant_labels_logical_source_id FOREIGN KEY (logical_source_id) REFERENCES public.logical_sources(id);


--
-- Name: variant_labels fk_variant_labels_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT fk_variant_labels_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- Name: variant_labels fk_variant_labels_until_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT fk_variant_labels_until_source_id FOREIGN KEY (until_source_id) REFERENCES public.sources(id);


--
-- Name: variant_labels fk_variant_labels_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_labels
    ADD CONSTRAINT fk_variant_labels_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: variant_papers fk_variant_papers_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_papers
    ADD CONSTRAINT fk_variant_papers_paper_id FOREIGN KEY (paper_id) REFERENCES public.papers(id);


--
-- Name: variant_papers fk_variant_papers_variant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variant_papers
    ADD CONSTRAINT fk_variant_papers_variant_id FOREIGN KEY (variant_id) REFERENCES public.variants(id);


--
-- Name: variants fk_variants_licence_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants
    ADD CONSTRAINT fk_variants_licence_id FOREIGN KEY (licence_id) REFERENCES public.licences(id);


--
-- Name: variants fk_variants_model_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants
    ADD CONSTRAINT fk_variants_model_id FOREIGN KEY (model_id) REFERENCES public.models(id);


--
-- Name: variants fk_variants_source_id_line; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.variants
    ADD CONSTRAINT fk_variants_source_id_line FOREIGN KEY (source_id, line) REFERENCES public.source_rows(source_id, line);


--
-- PostgreSQL database dump complete
--

\unrestrict vigr08mvOybLffluIo3nft6JNnB5cg5l7Eewep2QnrHh3AHjEljFeDzRJ36cLE1

