-- PostgreSQL 18, migrations 3d0a6480613d01d0ddee64236ff2d688687904a9442fc994c9b734640fe01298
-- Written by `make shape`. Change the migrations, never this.
set local check_function_bodies = off;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.logbook_link_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only ever added to.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.talk_search_keys(words tsvector, shelf integer) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT COST 5000
    AS $$ select array(select hashtextextended(word, shelf) from unnest(tsvector_to_array(words)) word) $$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.climate_answer (
    id bigint NOT NULL,
    does boolean NOT NULL,
    words text NOT NULL,
    due_on date,
    given_on date NOT NULL,
    outcome character varying(8) NOT NULL,
    outcome_words character varying(400) NOT NULL,
    outcome_on date,
    called_on date,
    given_by_id bigint,
    outcome_by_id bigint,
    who_id bigint,
    matter_id bigint NOT NULL,
    CONSTRAINT answer_by_when CHECK ((((NOT does) AND (due_on IS NULL)) OR (does AND (due_on IS NOT NULL))))
);

CREATE TABLE public.climate_group (
    id bigint NOT NULL,
    label character varying(400) NOT NULL,
    team_ids bigint[] NOT NULL,
    size integer NOT NULL,
    wave_id bigint NOT NULL,
    CONSTRAINT climate_group_size_check CHECK ((size >= 0))
);

CREATE TABLE public.climate_hanging (
    id bigint NOT NULL,
    scale character varying(20) NOT NULL,
    n integer NOT NULL,
    alpha double precision NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    omega double precision,
    wave_id bigint NOT NULL,
    CONSTRAINT climate_hanging_n_check CHECK ((n >= 0))
);

CREATE TABLE public.climate_matter (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    words text NOT NULL,
    is_named boolean NOT NULL,
    week date NOT NULL,
    shown_on date,
    due_on date,
    scale character varying(20) NOT NULL,
    why_taken_away character varying(400) NOT NULL,
    owner_id bigint,
    taken_away_by_id bigint,
    team_id bigint,
    wave_id bigint,
    writer_id bigint,
    CONSTRAINT matter_of_a_wave CHECK (((((kind)::text = 'result'::text) AND (wave_id IS NOT NULL)) OR ((NOT ((kind)::text = 'result'::text)) AND (wave_id IS NULL)))),
    CONSTRAINT matter_without_a_name CHECK ((is_named OR (writer_id IS NULL)))
);

CREATE TABLE public.climate_outlook (
    person_id bigint NOT NULL,
    stands character varying(8) NOT NULL,
    why character varying(400) NOT NULL,
    change character varying(400) NOT NULL,
    change_on date,
    said_on date NOT NULL
);

CREATE TABLE public.climate_paper (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    wave_id bigint NOT NULL
);

CREATE TABLE public.climate_part (
    id bigint NOT NULL,
    number smallint NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    items character varying(4)[] NOT NULL,
    box_id bigint,
    wave_id bigint NOT NULL,
    CONSTRAINT climate_part_number_check CHECK ((number >= 0))
);

CREATE TABLE public.climate_publication (
    wave_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    size integer NOT NULL,
    answers integer NOT NULL,
    codes_made integer NOT NULL,
    codes_used integer NOT NULL,
    differing character varying(20)[] NOT NULL,
    CONSTRAINT climate_publication_answers_check CHECK ((answers >= 0)),
    CONSTRAINT climate_publication_codes_made_check CHECK ((codes_made >= 0)),
    CONSTRAINT climate_publication_codes_used_check CHECK ((codes_used >= 0)),
    CONSTRAINT climate_publication_size_check CHECK ((size >= 0))
);

CREATE TABLE public.climate_published (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    series character varying(16) NOT NULL,
    n integer NOT NULL,
    total bigint,
    squares bigint,
    mean double precision NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    verdict character varying(8) NOT NULL,
    counts integer[],
    wave_id bigint NOT NULL,
    group_id bigint,
    CONSTRAINT climate_published_n_check CHECK ((n >= 0))
);

CREATE TABLE public.climate_stance (
    id bigint NOT NULL,
    statement character varying(20) NOT NULL,
    view character varying(8) NOT NULL,
    words character varying(400) NOT NULL,
    said_on date NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.climate_wave (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    stopped_at timestamp with time zone,
    why_stopped character varying(400) NOT NULL,
    reminded_at timestamp with time zone,
    minimum smallint NOT NULL,
    on_paper integer NOT NULL,
    CONSTRAINT climate_wave_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT climate_wave_on_paper_check CHECK ((on_paper >= 0)),
    CONSTRAINT wave_minimum_five CHECK ((minimum >= 5)),
    CONSTRAINT wave_opens_before_it_closes CHECK ((opens_at < closes_at))
);

CREATE TABLE public.company_agreement (
    id bigint NOT NULL,
    subject character varying(160) NOT NULL,
    agreed_on date NOT NULL,
    document character varying(400) NOT NULL,
    parties character varying(400) NOT NULL,
    recorded_by_id bigint,
    topics character varying(20)[] NOT NULL
);

CREATE TABLE public.company_company (
    id smallint NOT NULL,
    name character varying(120) NOT NULL,
    founded_at timestamp with time zone NOT NULL,
    counsellor_id bigint,
    CONSTRAINT company_company_id_check CHECK ((id >= 0)),
    CONSTRAINT company_is_one CHECK ((id = 1))
);

CREATE TABLE public.company_setting (
    name character varying(60) NOT NULL,
    value jsonb NOT NULL
);

CREATE TABLE public.company_start_link (
    id bigint NOT NULL,
    token_digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    founder_id bigint
);

CREATE TABLE public.company_switch (
    room character varying(40) NOT NULL,
    is_on boolean NOT NULL,
    why character varying(400) NOT NULL,
    trained_on date,
    changed_at timestamp with time zone NOT NULL,
    host_id bigint,
    trained_by_id bigint
);

CREATE TABLE public.company_top_seat (
    id bigint NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.experts_confirmation (
    id bigint NOT NULL,
    by_id bigint NOT NULL,
    holding_id bigint NOT NULL
);

ALTER TABLE public.experts_confirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.experts_confirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.experts_craft (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    sort_key character varying(120) NOT NULL
);

CREATE TABLE public.experts_holding (
    id bigint NOT NULL,
    craft_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.experts_holding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.experts_holding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.experts_invitation (
    id bigint NOT NULL,
    ring smallint NOT NULL,
    is_told boolean NOT NULL,
    person_id bigint NOT NULL,
    question_id bigint NOT NULL
);

CREATE TABLE public.experts_load (
    id bigint NOT NULL,
    day date NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.experts_load ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.experts_load_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.experts_outsider (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    reached_by character varying(300) NOT NULL,
    sort_key character varying(240) NOT NULL,
    craft_id bigint NOT NULL
);

CREATE TABLE public.experts_review (
    answer_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    person_id bigint
);

CREATE TABLE public.experts_route (
    question_id bigint NOT NULL,
    ring smallint NOT NULL
);

CREATE TABLE public.experts_taking (
    person_id bigint NOT NULL,
    a_week smallint NOT NULL,
    paused_until date,
    is_curious boolean NOT NULL
);

CREATE TABLE public.experts_wish (
    id bigint NOT NULL,
    topic character varying(60) NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.ground_allowance (
    name character varying(60) NOT NULL,
    amount integer NOT NULL,
    CONSTRAINT ground_allowance_amount_check CHECK ((amount >= 0))
);

CREATE UNLOGGED TABLE public.ground_bucket (
    key bigint NOT NULL,
    empty_at timestamp with time zone NOT NULL
);

CREATE UNLOGGED TABLE public.ground_tries (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.logbook_entry (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    actor_id bigint,
    object_id bigint NOT NULL,
    space_id bigint,
    origin character varying(60) NOT NULL,
    details jsonb NOT NULL
);

CREATE TABLE public.logbook_link (
    place bigint NOT NULL,
    entry_id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    actor_id bigint,
    object_id bigint NOT NULL,
    space_id bigint,
    origin character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    details text NOT NULL,
    version smallint NOT NULL,
    previous character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT logbook_link_version_check CHECK ((version >= 0))
);

CREATE TABLE public.logbook_settled (
    id bigint NOT NULL,
    reader character varying(80) NOT NULL,
    entry_id bigint NOT NULL
);

ALTER TABLE public.logbook_settled ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.logbook_settled_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mailroom_arrival (
    key character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.mailroom_excuse (
    sender character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.mailroom_trouble (
    person_id bigint NOT NULL,
    address character varying(254) NOT NULL,
    returns smallint NOT NULL,
    last_key character varying(64) NOT NULL,
    words character varying(300) NOT NULL,
    last_at timestamp with time zone NOT NULL,
    failing_at timestamp with time zone
);

CREATE TABLE public.meet_apart (
    id bigint NOT NULL,
    other_id bigint NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.meet_coming (
    id bigint NOT NULL,
    slots character varying(12)[] NOT NULL,
    languages character varying(12)[] NOT NULL,
    person_id bigint NOT NULL,
    round_id bigint NOT NULL
);

ALTER TABLE public.meet_coming ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meet_coming_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.meet_felt (
    year smallint NOT NULL,
    told integer NOT NULL,
    talked integer NOT NULL
);

CREATE TABLE public.meet_learned (
    id bigint NOT NULL,
    after character varying(8) NOT NULL,
    expected text NOT NULL,
    found text NOT NULL,
    will_change text NOT NULL,
    changed_mind boolean NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint,
    CONSTRAINT learned_after CHECK (((after)::text = ANY ((ARRAY['walk'::character varying, 'coffee'::character varying, 'talk'::character varying])::text[])))
);

CREATE TABLE public.meet_notes (
    walk_id bigint NOT NULL,
    saw text NOT NULL,
    surprised text NOT NULL,
    hinders text NOT NULL,
    sent_back character varying(300) NOT NULL,
    approved_at timestamp with time zone
);

CREATE TABLE public.meet_place (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    is_listed boolean NOT NULL
);

CREATE TABLE public.meet_promise (
    id bigint NOT NULL,
    text character varying(200) NOT NULL,
    is_easy boolean NOT NULL,
    due_on date NOT NULL,
    done_at timestamp with time zone,
    kept_at timestamp with time zone,
    given_up_at timestamp with time zone,
    because character varying(300) NOT NULL,
    walk_id bigint NOT NULL,
    CONSTRAINT kept_is_done CHECK (((kept_at IS NULL) OR (done_at IS NOT NULL))),
    CONSTRAINT kept_or_given_up CHECK (((kept_at IS NULL) OR (given_up_at IS NULL)))
);

CREATE TABLE public.meet_round (
    id bigint NOT NULL,
    until date NOT NULL,
    week date NOT NULL,
    seated_at timestamp with time zone,
    learned integer NOT NULL,
    reminded_at timestamp with time zone,
    CONSTRAINT said_before_the_week CHECK ((until < week))
);

CREATE TABLE public.meet_seat (
    id bigint NOT NULL,
    has_met boolean NOT NULL,
    has_said boolean NOT NULL,
    person_id bigint NOT NULL,
    table_id bigint NOT NULL
);

ALTER TABLE public.meet_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meet_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.meet_table (
    id bigint NOT NULL,
    slots character varying(12)[] NOT NULL,
    round_id bigint NOT NULL
);

CREATE TABLE public.meet_turn (
    post_id bigint NOT NULL,
    person_id bigint NOT NULL,
    walk_id bigint
);

CREATE TABLE public.meet_walk (
    id bigint NOT NULL,
    is_offer boolean NOT NULL,
    moments timestamp with time zone[] NOT NULL,
    wish character varying(300) NOT NULL,
    spot character varying(120) NOT NULL,
    starts_at timestamp with time zone,
    answered_at timestamp with time zone,
    answer character varying(300) NOT NULL,
    lapsed_at timestamp with time zone,
    off_at timestamp with time zone,
    off_because character varying(300) NOT NULL,
    has_said boolean NOT NULL,
    host_id bigint,
    leader_id bigint NOT NULL,
    place_id bigint,
    CONSTRAINT answered_or_lapsed CHECK (((lapsed_at IS NULL) OR (answered_at IS NULL))),
    CONSTRAINT invited_by_somebody CHECK ((is_offer OR (host_id IS NOT NULL))),
    CONSTRAINT walk_is_hosted CHECK (((starts_at IS NULL) OR (host_id IS NOT NULL))),
    CONSTRAINT walk_of_two CHECK ((NOT ((leader_id = host_id) AND (host_id IS NOT NULL))))
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_abstention (
    person_id bigint NOT NULL
);

CREATE TABLE public.network_asking (
    id bigint NOT NULL,
    begins_on date NOT NULL,
    until date NOT NULL,
    weighed_on date NOT NULL,
    seed bigint NOT NULL,
    heights double precision[] NOT NULL
);

CREATE TABLE public.network_nomination (
    id bigint NOT NULL,
    question character varying(8) NOT NULL,
    named_id bigint NOT NULL,
    sheet_id bigint NOT NULL,
    CONSTRAINT one_of_two_questions CHECK (((question)::text = ANY ((ARRAY['advice'::character varying, 'energy'::character varying])::text[])))
);

CREATE TABLE public.network_picture (
    week date NOT NULL,
    figures jsonb NOT NULL
);

CREATE TABLE public.network_pilot (
    person_id bigint NOT NULL,
    topics character varying(60)[] NOT NULL,
    words character varying(400) NOT NULL
);

CREATE TABLE public.network_question_round (
    id bigint NOT NULL,
    until date NOT NULL,
    reminded_at timestamp with time zone,
    closed_at timestamp with time zone,
    asked integer NOT NULL,
    answered integer NOT NULL,
    CONSTRAINT no_more_answered_than_asked CHECK ((answered <= asked))
);

CREATE TABLE public.network_quiet (
    id bigint NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.network_sheet (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    round_id bigint NOT NULL
);

CREATE TABLE public.network_tie (
    id bigint NOT NULL,
    weight double precision NOT NULL,
    helped_on date NOT NULL,
    worth double precision NOT NULL,
    since date NOT NULL,
    is_in_line boolean NOT NULL,
    is_open boolean NOT NULL,
    asker_id bigint NOT NULL,
    helper_id bigint NOT NULL,
    CONSTRAINT tie_of_two CHECK ((NOT (asker_id = helper_id)))
);

ALTER TABLE public.network_tie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_tie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_attention (
    id bigint NOT NULL,
    space_id bigint,
    thread_id bigint,
    hears character varying(8) NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT attention_hears CHECK (((hears)::text = ANY ((ARRAY['all'::character varying, 'mine'::character varying, 'named'::character varying])::text[]))),
    CONSTRAINT attention_to_one CHECK ((((space_id IS NULL) OR (thread_id IS NULL)) AND (1 = (
CASE
    WHEN (space_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (thread_id IS NULL) THEN 1
    ELSE 0
END))))
);

ALTER TABLE public.notices_attention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_attention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_choice (
    id bigint NOT NULL,
    "group" character varying(16) NOT NULL,
    channel character varying(8) NOT NULL,
    rhythm character varying(8) NOT NULL,
    person_id bigint,
    CONSTRAINT choice_rhythm CHECK (((rhythm)::text = ANY ((ARRAY['off'::character varying, 'at_once'::character varying, 'hourly'::character varying, 'daily'::character varying, 'weekly'::character varying])::text[])))
);

ALTER TABLE public.notices_choice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_choice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_delivery (
    id bigint NOT NULL,
    channel character varying(8) NOT NULL,
    rhythm character varying(8) NOT NULL,
    actor_ids bigint[] NOT NULL,
    event_ids bigint[] NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    due_at timestamp with time zone NOT NULL,
    parcel bigint,
    claimed_until timestamp with time zone,
    tries smallint NOT NULL,
    ended_at timestamp with time zone,
    outcome character varying(8) NOT NULL,
    notice_id bigint NOT NULL,
    person_id bigint NOT NULL,
    void_at timestamp with time zone
);

CREATE TABLE public.notices_device (
    id bigint NOT NULL,
    session_key character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    endpoint character varying(1000) NOT NULL,
    p256dh character varying(100) NOT NULL,
    auth character varying(40) NOT NULL,
    shows_words boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.notices_habit (
    id bigint NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    working_days smallint[],
    digest_at time without time zone,
    digest_day smallint,
    person_id bigint
);

ALTER TABLE public.notices_habit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notices_habit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notices_holiday (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    person_id bigint,
    CONSTRAINT holiday_in_order CHECK ((first_on <= last_on))
);

CREATE TABLE public.notices_notice (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    space_id bigint,
    link character varying(200) NOT NULL,
    title character varying(200) NOT NULL,
    actor_ids bigint[] NOT NULL,
    read_at timestamp with time zone,
    person_id bigint NOT NULL,
    because jsonb NOT NULL,
    event_ids bigint[] NOT NULL,
    is_on_page boolean NOT NULL,
    thread_id bigint
);

CREATE TABLE public.notices_push_relay (
    host character varying(253) NOT NULL
);

CREATE TABLE public.people_erasure (
    person_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE public.people_invitation (
    id bigint NOT NULL,
    token_digest character varying(64) NOT NULL,
    name character varying(160) NOT NULL,
    email character varying(254),
    is_guest boolean NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    invited_by_id bigint,
    team_id bigint,
    space_ids bigint[] NOT NULL
);

CREATE TABLE public.people_person (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    username character varying(64) NOT NULL,
    email character varying(254),
    external_key character varying(200),
    is_active boolean NOT NULL,
    session_era integer NOT NULL,
    name character varying(160) NOT NULL,
    first_name character varying(80) NOT NULL,
    last_name character varying(120) NOT NULL,
    sort_key character varying(320) NOT NULL,
    face character varying(64) NOT NULL,
    ask_me_about character varying(400) NOT NULL,
    learning character varying(400) NOT NULL,
    how_to_work text NOT NULL,
    languages character varying(12)[] NOT NULL,
    working_hours character varying(160) NOT NULL,
    tenure character varying(8) NOT NULL,
    function character varying(120) NOT NULL,
    joined_on date,
    left_on date,
    locale character varying(12) NOT NULL,
    time_zone character varying(64) NOT NULL,
    buddy_id bigint,
    manager_id bigint,
    team_id bigint,
    is_email_vouched boolean NOT NULL,
    read_only_until timestamp with time zone,
    CONSTRAINT people_person_email_folded CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT people_person_not_own_buddy CHECK ((NOT ((buddy_id = id) AND (buddy_id IS NOT NULL)))),
    CONSTRAINT people_person_not_own_manager CHECK ((NOT ((manager_id = id) AND (manager_id IS NOT NULL)))),
    CONSTRAINT people_person_session_era_check CHECK ((session_era >= 0)),
    CONSTRAINT people_person_username_folded CHECK (((username)::text = lower((username)::text)))
);

CREATE TABLE public.people_role (
    id bigint NOT NULL,
    name character varying(16) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.people_sign_in_code (
    id bigint NOT NULL,
    code_hash character varying(128) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    made_by_id bigint,
    person_id bigint NOT NULL
);

CREATE TABLE public.people_team (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(64) NOT NULL,
    sort_key character varying(240) NOT NULL,
    parent_id bigint
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_absence (
    id bigint NOT NULL,
    week date NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_announcement (
    post_id bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    asks boolean NOT NULL,
    is_for_all boolean NOT NULL
);

CREATE TABLE public.talk_appreciation (
    id bigint NOT NULL,
    emoji character varying(60) NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.talk_appreciation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_appreciation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_bookmark (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL
);

CREATE TABLE public.talk_calendar_key (
    person_id bigint NOT NULL,
    renewals integer NOT NULL,
    CONSTRAINT talk_calendar_key_renewals_check CHECK ((renewals >= 0))
);

CREATE TABLE public.talk_case (
    id bigint NOT NULL,
    is_company boolean NOT NULL,
    origin character varying(10) NOT NULL,
    marks character varying(80)[] NOT NULL,
    claimed_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    reason character varying(1000) NOT NULL,
    until timestamp with time zone,
    decided_at timestamp with time zone,
    appeal character varying(1000) NOT NULL,
    appealed_at timestamp with time zone,
    is_overturned boolean,
    appeal_reason character varying(1000) NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    claimed_by_id bigint,
    decided_by_id bigint,
    person_id bigint NOT NULL,
    post_id bigint,
    space_id bigint
);

CREATE TABLE public.talk_case_note (
    id bigint NOT NULL,
    words character varying(1000) NOT NULL,
    author_id bigint,
    case_id bigint NOT NULL
);

CREATE TABLE public.talk_choice (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text character varying(120) NOT NULL,
    poll_id bigint NOT NULL,
    at_least integer,
    is_most boolean NOT NULL
);

CREATE TABLE public.talk_confirmation (
    id uuid NOT NULL,
    announcement_id bigint NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.talk_draft (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_entry_request (
    id bigint NOT NULL,
    why character varying(400) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    space_id bigint NOT NULL
);

ALTER TABLE public.talk_entry_request ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_entry_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_event (
    post_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    zone character varying(64) NOT NULL,
    place character varying(200) NOT NULL,
    link character varying(500) NOT NULL,
    capacity integer,
    cancelled_at timestamp with time zone,
    cancelled_reason character varying(200) NOT NULL,
    revision integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT event_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT event_has_room CHECK (((capacity IS NULL) OR (capacity >= 1))),
    CONSTRAINT talk_event_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT talk_event_revision_check CHECK ((revision >= 0))
);

CREATE TABLE public.talk_event_reply (
    id bigint NOT NULL,
    answer character varying(5) NOT NULL,
    event_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reminded_for timestamp with time zone,
    CONSTRAINT event_answer CHECK (((answer)::text = ANY ((ARRAY['yes'::character varying, 'maybe'::character varying, 'no'::character varying])::text[])))
);

ALTER TABLE public.talk_event_reply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_event_reply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_file (
    id bigint NOT NULL,
    post_id bigint,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    width integer,
    height integer,
    alt character varying(400) NOT NULL,
    path character varying(200) NOT NULL,
    external_key character varying(200),
    owner_id bigint NOT NULL,
    space_id bigint
);

CREATE TABLE public.talk_guide (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    source text NOT NULL,
    html text NOT NULL,
    language character varying(2) NOT NULL,
    tags character varying(50)[] NOT NULL,
    number integer NOT NULL,
    newest_id bigint NOT NULL,
    review_months smallint NOT NULL,
    review_on date NOT NULL,
    called_on date,
    confirmed_at timestamp with time zone,
    obsolete_at timestamp with time zone,
    obsolete_why character varying(200) NOT NULL,
    external_key character varying(200),
    answer_id bigint,
    confirmed_by_id bigint,
    owner_id bigint NOT NULL,
    question_id bigint,
    space_id bigint NOT NULL,
    CONSTRAINT guide_review_months CHECK (((review_months >= 1) AND (review_months <= 24)))
);

CREATE TABLE public.talk_guide_helped (
    id bigint NOT NULL,
    guide_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_guide_helped ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_guide_helped_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_guide_question (
    id bigint NOT NULL,
    guide_id bigint NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.talk_guide_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_guide_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_guide_version (
    id bigint NOT NULL,
    number integer NOT NULL,
    title character varying(200) NOT NULL,
    source text NOT NULL,
    note character varying(200) NOT NULL,
    author_id bigint NOT NULL,
    guide_id bigint NOT NULL
);

CREATE TABLE public.talk_helped (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    answer_id bigint NOT NULL
);

ALTER TABLE public.talk_helped ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_helped_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_home_visit (
    person_id bigint NOT NULL,
    looked_at timestamp with time zone NOT NULL,
    away_since timestamp with time zone
);

CREATE TABLE public.talk_membership (
    id bigint NOT NULL,
    is_host boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    space_id bigint NOT NULL
);

ALTER TABLE public.talk_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_mention (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.talk_mention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_mention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_outdated (
    answer_id bigint NOT NULL,
    instead_id bigint
);

CREATE TABLE public.talk_person_follow (
    id bigint NOT NULL,
    followed_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_person_follow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_person_follow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_poll (
    post_id bigint NOT NULL,
    closes_at timestamp with time zone,
    closed_at timestamp with time zone,
    is_multiple boolean NOT NULL,
    is_hidden boolean NOT NULL,
    ballots integer,
    box_id bigint
);

CREATE TABLE public.talk_post (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    source text NOT NULL,
    html text NOT NULL,
    parts jsonb NOT NULL,
    parts_html jsonb NOT NULL,
    language character varying(2) NOT NULL,
    tags character varying(50)[] NOT NULL,
    reply_count integer NOT NULL,
    last_reply_id bigint,
    edited_at timestamp with time zone,
    removed_at timestamp with time zone,
    pinned_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_reason character varying(200) NOT NULL,
    origin character varying(60) NOT NULL,
    external_key character varying(200),
    author_id bigint NOT NULL,
    closed_by_id bigint,
    parent_id bigint,
    root_id bigint,
    space_id bigint NOT NULL,
    CONSTRAINT post_head_or_reply CHECK (((((kind)::text = ANY ((ARRAY['update'::character varying, 'question'::character varying, 'thanks'::character varying, 'poll'::character varying, 'announcement'::character varying, 'event'::character varying])::text[])) AND (parent_id IS NULL) AND (root_id IS NULL)) OR (((kind)::text = ANY ((ARRAY['answer'::character varying, 'comment'::character varying])::text[])) AND (parent_id IS NOT NULL) AND (root_id IS NOT NULL))))
);

CREATE TABLE public.talk_post_tag (
    id bigint NOT NULL,
    tag character varying(50) NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.talk_post_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_post_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_proposal (
    id bigint NOT NULL,
    way character varying(10) NOT NULL,
    suggestion character varying(140) NOT NULL,
    accepted_at timestamp with time zone,
    about_id bigint,
    invited_id bigint NOT NULL,
    proposer_id bigint NOT NULL,
    CONSTRAINT proposal_of_two CHECK ((NOT (proposer_id = invited_id))),
    CONSTRAINT proposal_way CHECK (((way)::text = ANY ((ARRAY['call'::character varying, 'coffee'::character varying])::text[])))
);

CREATE TABLE public.talk_question (
    post_id bigint NOT NULL,
    closed_at timestamp with time zone,
    accepted_id bigint,
    owner_id bigint NOT NULL
);

CREATE TABLE public.talk_read_mark (
    id bigint NOT NULL,
    upto_id bigint NOT NULL,
    person_id bigint NOT NULL,
    thread_id bigint NOT NULL
);

ALTER TABLE public.talk_read_mark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_read_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_report (
    id bigint NOT NULL,
    reason character varying(12) NOT NULL,
    words character varying(1000) NOT NULL,
    case_id bigint NOT NULL,
    reporter_id bigint
);

CREATE TABLE public.talk_revision (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    source text NOT NULL,
    html text NOT NULL,
    parts_html jsonb NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    post_id bigint NOT NULL
);

CREATE TABLE public.talk_sealed (
    post_id bigint NOT NULL,
    held jsonb NOT NULL,
    until timestamp with time zone NOT NULL,
    case_id bigint NOT NULL
);

CREATE TABLE public.talk_search_document (
    post_id bigint NOT NULL,
    shelf integer NOT NULL,
    words tsvector NOT NULL,
    edited_at timestamp with time zone,
    space_id bigint NOT NULL
);

CREATE TABLE public.talk_search_shelf (
    number integer NOT NULL,
    first_id bigint NOT NULL
);

ALTER TABLE public.talk_search_shelf ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_search_shelf_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_space (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    slug character varying(80) NOT NULL,
    sort_key character varying(160) NOT NULL,
    purpose character varying(400) NOT NULL,
    access character varying(10) NOT NULL,
    reason character varying(400) NOT NULL,
    review_on date,
    archived_at timestamp with time zone,
    external_key character varying(120),
    CONSTRAINT space_access CHECK (((access)::text = ANY ((ARRAY['open'::character varying, 'request'::character varying, 'closed'::character varying])::text[]))),
    CONSTRAINT space_shut_with_reason CHECK ((((access)::text = 'open'::text) OR ((NOT ((reason)::text = ''::text)) AND (review_on IS NOT NULL))))
);

CREATE TABLE public.talk_swap (
    id bigint NOT NULL,
    asked_id bigint NOT NULL,
    turn_id bigint NOT NULL
);

ALTER TABLE public.talk_swap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_swap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_tag_follow (
    id bigint NOT NULL,
    tag character varying(50) NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_tag_follow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_tag_follow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_thanks_to (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    post_id bigint NOT NULL
);

ALTER TABLE public.talk_thanks_to ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_thanks_to_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_turn (
    id bigint NOT NULL,
    week date NOT NULL,
    person_id bigint NOT NULL,
    space_id bigint NOT NULL
);

ALTER TABLE public.talk_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_vote (
    id bigint NOT NULL,
    choice_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.talk_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.talk_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.talk_watch_word (
    id bigint NOT NULL,
    phrase character varying(80) NOT NULL,
    reason character varying(200) NOT NULL,
    added_by_id bigint,
    space_id bigint
);

CREATE TABLE public.urn_ballot (
    id bigint NOT NULL,
    spent character varying(64) NOT NULL,
    content text NOT NULL,
    key_id bigint NOT NULL
)
WITH (autovacuum_vacuum_threshold='20', autovacuum_vacuum_scale_factor='0');
ALTER TABLE ONLY public.urn_ballot ALTER COLUMN spent SET STATISTICS 0;
ALTER TABLE ONLY public.urn_ballot ALTER COLUMN content SET STATISTICS 0;

CREATE TABLE public.urn_box (
    id bigint NOT NULL,
    closes_at timestamp with time zone,
    closed_at timestamp with time zone,
    burned_at timestamp with time zone,
    is_swept boolean NOT NULL,
    codes integer,
    unused integer,
    is_lost boolean NOT NULL,
    CONSTRAINT closed_before_burned CHECK (((burned_at IS NULL) OR (closed_at IS NOT NULL)))
);

CREATE TABLE public.urn_code (
    digest character varying(64) NOT NULL,
    key_id bigint NOT NULL
);
ALTER TABLE ONLY public.urn_code ALTER COLUMN digest SET STATISTICS 0;

CREATE TABLE public.urn_key (
    id bigint NOT NULL,
    "group" character varying(120) NOT NULL,
    public bytea NOT NULL,
    private bytea,
    box_id bigint NOT NULL
);
ALTER TABLE ONLY public.urn_key ALTER COLUMN private SET STATISTICS 0;

ALTER TABLE public.urn_key ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.urn_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.urn_spent (
    digest character varying(64) NOT NULL,
    box_id bigint NOT NULL
);

CREATE TABLE public.urn_voter (
    id bigint NOT NULL,
    on_paper boolean NOT NULL,
    has_taken boolean NOT NULL,
    asked character varying(64) NOT NULL,
    box_id bigint NOT NULL,
    key_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT a_token_or_a_code CHECK ((NOT (has_taken AND on_paper)))
);
ALTER TABLE ONLY public.urn_voter ALTER COLUMN asked SET STATISTICS 0;

ALTER TABLE public.urn_voter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.urn_voter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.talk_absence
    ADD CONSTRAINT absence_once UNIQUE (person_id, week);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_apart
    ADD CONSTRAINT apart_once UNIQUE (person_id, other_id);

ALTER TABLE ONLY public.talk_appreciation
    ADD CONSTRAINT appreciation_once UNIQUE (post_id, person_id, emoji);

ALTER TABLE ONLY public.notices_attention
    ADD CONSTRAINT attention_once UNIQUE NULLS NOT DISTINCT (person_id, space_id, thread_id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_bookmark
    ADD CONSTRAINT bookmark_once UNIQUE (person_id, post_id);

ALTER TABLE ONLY public.notices_choice
    ADD CONSTRAINT choice_once UNIQUE NULLS NOT DISTINCT (person_id, "group", channel);

ALTER TABLE ONLY public.talk_choice
    ADD CONSTRAINT choice_position_once UNIQUE (poll_id, "position");

ALTER TABLE ONLY public.climate_answer
    ADD CONSTRAINT climate_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_group
    ADD CONSTRAINT climate_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_hanging
    ADD CONSTRAINT climate_hanging_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_outlook
    ADD CONSTRAINT climate_outlook_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.climate_paper
    ADD CONSTRAINT climate_paper_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_part
    ADD CONSTRAINT climate_part_box_id_key UNIQUE (box_id);

ALTER TABLE ONLY public.climate_part
    ADD CONSTRAINT climate_part_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_publication
    ADD CONSTRAINT climate_publication_pkey PRIMARY KEY (wave_id);

ALTER TABLE ONLY public.climate_published
    ADD CONSTRAINT climate_published_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_stance
    ADD CONSTRAINT climate_stance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_wave
    ADD CONSTRAINT climate_wave_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_coming
    ADD CONSTRAINT come_once UNIQUE (round_id, person_id);

ALTER TABLE ONLY public.company_agreement
    ADD CONSTRAINT company_agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.company_company
    ADD CONSTRAINT company_company_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.company_setting
    ADD CONSTRAINT company_setting_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.company_start_link
    ADD CONSTRAINT company_start_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.company_start_link
    ADD CONSTRAINT company_start_link_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.company_switch
    ADD CONSTRAINT company_switch_pkey PRIMARY KEY (room);

ALTER TABLE ONLY public.company_top_seat
    ADD CONSTRAINT company_top_seat_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.company_top_seat
    ADD CONSTRAINT company_top_seat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_confirmation
    ADD CONSTRAINT confirmed_once UNIQUE (announcement_id, person_id);

ALTER TABLE ONLY public.experts_confirmation
    ADD CONSTRAINT craft_confirmed_once UNIQUE (holding_id, by_id);

ALTER TABLE ONLY public.experts_holding
    ADD CONSTRAINT craft_held_once UNIQUE (craft_id, person_id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.talk_draft
    ADD CONSTRAINT draft_once UNIQUE (person_id, key);

ALTER TABLE ONLY public.talk_event_reply
    ADD CONSTRAINT event_reply_once UNIQUE (event_id, person_id);

ALTER TABLE ONLY public.experts_confirmation
    ADD CONSTRAINT experts_confirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_craft
    ADD CONSTRAINT experts_craft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_craft
    ADD CONSTRAINT experts_craft_sort_key_key UNIQUE (sort_key);

ALTER TABLE ONLY public.experts_holding
    ADD CONSTRAINT experts_holding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_invitation
    ADD CONSTRAINT experts_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_load
    ADD CONSTRAINT experts_load_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_outsider
    ADD CONSTRAINT experts_outsider_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.experts_review
    ADD CONSTRAINT experts_review_pkey PRIMARY KEY (answer_id);

ALTER TABLE ONLY public.experts_route
    ADD CONSTRAINT experts_route_pkey PRIMARY KEY (question_id);

ALTER TABLE ONLY public.experts_taking
    ADD CONSTRAINT experts_taking_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.experts_wish
    ADD CONSTRAINT experts_wish_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_person_follow
    ADD CONSTRAINT follow_person_once UNIQUE (person_id, followed_id);

ALTER TABLE ONLY public.talk_tag_follow
    ADD CONSTRAINT follow_tag_once UNIQUE (person_id, tag);

ALTER TABLE ONLY public.ground_allowance
    ADD CONSTRAINT ground_allowance_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.ground_bucket
    ADD CONSTRAINT ground_bucket_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.ground_tries
    ADD CONSTRAINT ground_tries_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.climate_group
    ADD CONSTRAINT group_label_once UNIQUE (wave_id, label);

ALTER TABLE ONLY public.talk_guide_question
    ADD CONSTRAINT guide_asked_once UNIQUE (guide_id, post_id);

ALTER TABLE ONLY public.talk_guide_helped
    ADD CONSTRAINT guide_helped_once UNIQUE (guide_id, person_id);

ALTER TABLE ONLY public.talk_guide_version
    ADD CONSTRAINT guide_version_once UNIQUE (guide_id, number);

ALTER TABLE ONLY public.notices_habit
    ADD CONSTRAINT habit_once UNIQUE NULLS NOT DISTINCT (person_id);

ALTER TABLE ONLY public.climate_hanging
    ADD CONSTRAINT hanging_once UNIQUE (wave_id, scale);

ALTER TABLE ONLY public.talk_helped
    ADD CONSTRAINT helped_once UNIQUE (answer_id, person_id);

ALTER TABLE ONLY public.experts_invitation
    ADD CONSTRAINT invited_once UNIQUE (question_id, person_id);

ALTER TABLE ONLY public.logbook_entry
    ADD CONSTRAINT logbook_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.logbook_link
    ADD CONSTRAINT logbook_link_entry_id_key UNIQUE (entry_id);

ALTER TABLE ONLY public.logbook_link
    ADD CONSTRAINT logbook_link_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.logbook_link
    ADD CONSTRAINT logbook_link_pkey PRIMARY KEY (place);

ALTER TABLE ONLY public.logbook_settled
    ADD CONSTRAINT logbook_settled_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mailroom_arrival
    ADD CONSTRAINT mailroom_arrival_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.mailroom_excuse
    ADD CONSTRAINT mailroom_excuse_pkey PRIMARY KEY (sender);

ALTER TABLE ONLY public.mailroom_trouble
    ADD CONSTRAINT mailroom_trouble_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT matter_once_a_scale UNIQUE (wave_id, scale);

ALTER TABLE ONLY public.meet_apart
    ADD CONSTRAINT meet_apart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_coming
    ADD CONSTRAINT meet_coming_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_felt
    ADD CONSTRAINT meet_felt_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.meet_learned
    ADD CONSTRAINT meet_learned_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_notes
    ADD CONSTRAINT meet_notes_pkey PRIMARY KEY (walk_id);

ALTER TABLE ONLY public.meet_place
    ADD CONSTRAINT meet_place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_promise
    ADD CONSTRAINT meet_promise_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_round
    ADD CONSTRAINT meet_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_seat
    ADD CONSTRAINT meet_seat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_table
    ADD CONSTRAINT meet_table_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meet_turn
    ADD CONSTRAINT meet_turn_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.meet_walk
    ADD CONSTRAINT meet_walk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_membership
    ADD CONSTRAINT member_once UNIQUE (person_id, space_id);

ALTER TABLE ONLY public.talk_mention
    ADD CONSTRAINT mention_once UNIQUE (post_id, person_id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_nomination
    ADD CONSTRAINT named_once UNIQUE (sheet_id, question, named_id);

ALTER TABLE ONLY public.network_abstention
    ADD CONSTRAINT network_abstention_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.network_asking
    ADD CONSTRAINT network_asking_begins_on_key UNIQUE (begins_on);

ALTER TABLE ONLY public.network_asking
    ADD CONSTRAINT network_asking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_nomination
    ADD CONSTRAINT network_nomination_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_picture
    ADD CONSTRAINT network_picture_pkey PRIMARY KEY (week);

ALTER TABLE ONLY public.network_pilot
    ADD CONSTRAINT network_pilot_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.network_question_round
    ADD CONSTRAINT network_question_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_quiet
    ADD CONSTRAINT network_quiet_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.network_quiet
    ADD CONSTRAINT network_quiet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_sheet
    ADD CONSTRAINT network_sheet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT network_tie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_attention
    ADD CONSTRAINT notices_attention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_choice
    ADD CONSTRAINT notices_choice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_delivery
    ADD CONSTRAINT notices_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_device
    ADD CONSTRAINT notices_device_endpoint_key UNIQUE (endpoint);

ALTER TABLE ONLY public.notices_device
    ADD CONSTRAINT notices_device_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_habit
    ADD CONSTRAINT notices_habit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_holiday
    ADD CONSTRAINT notices_holiday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notices_push_relay
    ADD CONSTRAINT notices_push_relay_pkey PRIMARY KEY (host);

ALTER TABLE ONLY public.urn_key
    ADD CONSTRAINT one_key_a_group UNIQUE (box_id, "group");

ALTER TABLE ONLY public.meet_round
    ADD CONSTRAINT one_round_a_week UNIQUE (week);

ALTER TABLE ONLY public.network_sheet
    ADD CONSTRAINT one_sheet_each UNIQUE (round_id, person_id);

ALTER TABLE ONLY public.urn_voter
    ADD CONSTRAINT one_voter_a_person UNIQUE (box_id, person_id);

ALTER TABLE ONLY public.climate_paper
    ADD CONSTRAINT paper_once UNIQUE (wave_id, person_id);

ALTER TABLE ONLY public.climate_part
    ADD CONSTRAINT part_once UNIQUE (wave_id, number);

ALTER TABLE ONLY public.people_erasure
    ADD CONSTRAINT people_erasure_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_email_once UNIQUE (email);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_external_key_key UNIQUE (external_key);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_username_once UNIQUE (username);

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_once UNIQUE (person_id, name);

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_sign_in_code
    ADD CONSTRAINT people_sign_in_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.climate_published
    ADD CONSTRAINT published_once UNIQUE NULLS NOT DISTINCT (wave_id, group_id, measure);

ALTER TABLE ONLY public.talk_read_mark
    ADD CONSTRAINT read_mark_once UNIQUE (person_id, thread_id);

ALTER TABLE ONLY public.talk_report
    ADD CONSTRAINT report_once UNIQUE (case_id, reporter_id);

ALTER TABLE ONLY public.talk_entry_request
    ADD CONSTRAINT request_once UNIQUE (person_id, space_id);

ALTER TABLE ONLY public.logbook_settled
    ADD CONSTRAINT settled_once UNIQUE (entry_id, reader);

ALTER TABLE ONLY public.meet_seat
    ADD CONSTRAINT sit_once UNIQUE (table_id, person_id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.urn_ballot
    ADD CONSTRAINT spent_once UNIQUE (key_id, spent);

ALTER TABLE ONLY public.climate_stance
    ADD CONSTRAINT stance_once UNIQUE (person_id, statement);

ALTER TABLE ONLY public.talk_post_tag
    ADD CONSTRAINT tag_once UNIQUE (post_id, tag);

ALTER TABLE ONLY public.talk_absence
    ADD CONSTRAINT talk_absence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_announcement
    ADD CONSTRAINT talk_announcement_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_appreciation
    ADD CONSTRAINT talk_appreciation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_bookmark
    ADD CONSTRAINT talk_bookmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_calendar_key
    ADD CONSTRAINT talk_calendar_key_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.talk_case_note
    ADD CONSTRAINT talk_case_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_choice
    ADD CONSTRAINT talk_choice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_confirmation
    ADD CONSTRAINT talk_confirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_draft
    ADD CONSTRAINT talk_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_entry_request
    ADD CONSTRAINT talk_entry_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_event
    ADD CONSTRAINT talk_event_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_event_reply
    ADD CONSTRAINT talk_event_reply_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_file
    ADD CONSTRAINT talk_file_external_key_key UNIQUE (external_key);

ALTER TABLE ONLY public.talk_file
    ADD CONSTRAINT talk_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_external_key_key UNIQUE (external_key);

ALTER TABLE ONLY public.talk_guide_helped
    ADD CONSTRAINT talk_guide_helped_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_guide_question
    ADD CONSTRAINT talk_guide_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_guide_version
    ADD CONSTRAINT talk_guide_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_helped
    ADD CONSTRAINT talk_helped_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_home_visit
    ADD CONSTRAINT talk_home_visit_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.talk_membership
    ADD CONSTRAINT talk_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_mention
    ADD CONSTRAINT talk_mention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_outdated
    ADD CONSTRAINT talk_outdated_pkey PRIMARY KEY (answer_id);

ALTER TABLE ONLY public.talk_person_follow
    ADD CONSTRAINT talk_person_follow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_poll
    ADD CONSTRAINT talk_poll_box_id_key UNIQUE (box_id);

ALTER TABLE ONLY public.talk_poll
    ADD CONSTRAINT talk_poll_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_external_key_key UNIQUE (external_key);

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_post_tag
    ADD CONSTRAINT talk_post_tag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_proposal
    ADD CONSTRAINT talk_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_question
    ADD CONSTRAINT talk_question_accepted_id_key UNIQUE (accepted_id);

ALTER TABLE ONLY public.talk_question
    ADD CONSTRAINT talk_question_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_read_mark
    ADD CONSTRAINT talk_read_mark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_report
    ADD CONSTRAINT talk_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_revision
    ADD CONSTRAINT talk_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_sealed
    ADD CONSTRAINT talk_sealed_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_search_document
    ADD CONSTRAINT talk_search_document_pkey PRIMARY KEY (post_id);

ALTER TABLE ONLY public.talk_search_shelf
    ADD CONSTRAINT talk_search_shelf_first_id_key UNIQUE (first_id);

ALTER TABLE ONLY public.talk_search_shelf
    ADD CONSTRAINT talk_search_shelf_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.talk_space
    ADD CONSTRAINT talk_space_external_key_key UNIQUE (external_key);

ALTER TABLE ONLY public.talk_space
    ADD CONSTRAINT talk_space_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_space
    ADD CONSTRAINT talk_space_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.talk_swap
    ADD CONSTRAINT talk_swap_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_swap
    ADD CONSTRAINT talk_swap_turn_id_key UNIQUE (turn_id);

ALTER TABLE ONLY public.talk_tag_follow
    ADD CONSTRAINT talk_tag_follow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_thanks_to
    ADD CONSTRAINT talk_thanks_to_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_turn
    ADD CONSTRAINT talk_turn_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_vote
    ADD CONSTRAINT talk_vote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_watch_word
    ADD CONSTRAINT talk_watch_word_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.talk_thanks_to
    ADD CONSTRAINT thanks_once UNIQUE (post_id, person_id);

ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT tie_once UNIQUE (asker_id, helper_id);

ALTER TABLE ONLY public.talk_turn
    ADD CONSTRAINT turn_once UNIQUE (space_id, week);

ALTER TABLE ONLY public.urn_ballot
    ADD CONSTRAINT urn_ballot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.urn_box
    ADD CONSTRAINT urn_box_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.urn_code
    ADD CONSTRAINT urn_code_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.urn_key
    ADD CONSTRAINT urn_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.urn_spent
    ADD CONSTRAINT urn_spent_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.urn_voter
    ADD CONSTRAINT urn_voter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);

ALTER TABLE ONLY public.talk_vote
    ADD CONSTRAINT vote_once UNIQUE (choice_id, person_id);

ALTER TABLE ONLY public.talk_watch_word
    ADD CONSTRAINT watch_word_once UNIQUE NULLS NOT DISTINCT (phrase, space_id);

ALTER TABLE ONLY public.experts_wish
    ADD CONSTRAINT wished_once UNIQUE (person_id, topic);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX announcement_ends ON public.talk_announcement USING btree (ends_at);

CREATE INDEX attention_space ON public.notices_attention USING btree (space_id) WHERE ((hears)::text = 'all'::text);

CREATE INDEX attention_thread ON public.notices_attention USING btree (thread_id) WHERE (thread_id IS NOT NULL);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX ballots_of_a_group ON public.urn_ballot USING btree (key_id, id);

CREATE INDEX case_appealed ON public.talk_case USING btree (id) WHERE ((answered_at IS NULL) AND (appealed_at IS NOT NULL));

CREATE UNIQUE INDEX case_open_once ON public.talk_case USING btree (post_id) WHERE (decided_at IS NULL);

CREATE INDEX case_waiting ON public.talk_case USING btree (id) WHERE (decided_at IS NULL);

CREATE INDEX climate_answer_given_by_id_ce2bb860 ON public.climate_answer USING btree (given_by_id);

CREATE INDEX climate_answer_matter_id_33e7e4ce ON public.climate_answer USING btree (matter_id);

CREATE INDEX climate_answer_outcome_by_id_931c46f3 ON public.climate_answer USING btree (outcome_by_id);

CREATE INDEX climate_answer_who_id_9f9b1bbc ON public.climate_answer USING btree (who_id);

CREATE INDEX climate_group_wave_id_bbff5676 ON public.climate_group USING btree (wave_id);

CREATE INDEX climate_hanging_wave_id_4a7c9068 ON public.climate_hanging USING btree (wave_id);

CREATE INDEX climate_matter_owner_id_0dd172ad ON public.climate_matter USING btree (owner_id);

CREATE INDEX climate_matter_taken_away_by_id_475c665e ON public.climate_matter USING btree (taken_away_by_id);

CREATE INDEX climate_matter_team_id_fee557f8 ON public.climate_matter USING btree (team_id);

CREATE INDEX climate_matter_wave_id_e28c5c68 ON public.climate_matter USING btree (wave_id);

CREATE INDEX climate_matter_writer_id_bbbed461 ON public.climate_matter USING btree (writer_id);

CREATE INDEX climate_paper_person_id_2493de14 ON public.climate_paper USING btree (person_id);

CREATE INDEX climate_paper_wave_id_bc82a61d ON public.climate_paper USING btree (wave_id);

CREATE INDEX climate_part_wave_id_ff675aa9 ON public.climate_part USING btree (wave_id);

CREATE INDEX climate_published_group_id_2adbadd9 ON public.climate_published USING btree (group_id);

CREATE INDEX climate_published_wave_id_335b4566 ON public.climate_published USING btree (wave_id);

CREATE INDEX climate_stance_person_id_85ab1c78 ON public.climate_stance USING btree (person_id);

CREATE INDEX company_agreement_recorded_by_id_db920dec ON public.company_agreement USING btree (recorded_by_id);

CREATE INDEX company_company_counsellor_id_760f1dbf ON public.company_company USING btree (counsellor_id);

CREATE INDEX company_setting_name_3617d2b2_like ON public.company_setting USING btree (name varchar_pattern_ops);

CREATE INDEX company_start_link_founder_id_128053db ON public.company_start_link USING btree (founder_id);

CREATE INDEX company_start_link_token_digest_ce49235e_like ON public.company_start_link USING btree (token_digest varchar_pattern_ops);

CREATE INDEX company_switch_host_id_3787cab8 ON public.company_switch USING btree (host_id);

CREATE INDEX company_switch_room_19ca2b05_like ON public.company_switch USING btree (room varchar_pattern_ops);

CREATE INDEX company_switch_trained_by_id_e040a489 ON public.company_switch USING btree (trained_by_id);

CREATE UNIQUE INDEX delivery_bundled ON public.notices_delivery USING btree (notice_id, channel) WHERE ((ended_at IS NULL) AND (parcel IS NULL));

CREATE INDEX delivery_due ON public.notices_delivery USING btree (due_at) WHERE (ended_at IS NULL);

CREATE INDEX delivery_parcel ON public.notices_delivery USING btree (parcel) WHERE (ended_at IS NULL);

CREATE INDEX delivery_waiting ON public.notices_delivery USING btree (person_id, channel) WHERE (ended_at IS NULL);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX entry_kind ON public.logbook_entry USING btree (kind, id DESC);

CREATE INDEX entry_object ON public.logbook_entry USING btree (object_id, id);

CREATE INDEX event_ends ON public.talk_event USING btree (ends_at);

CREATE INDEX event_starts ON public.talk_event USING btree (starts_at);

CREATE INDEX experts_confirmation_by_id_cc77d7b2 ON public.experts_confirmation USING btree (by_id);

CREATE INDEX experts_confirmation_holding_id_414fd8a0 ON public.experts_confirmation USING btree (holding_id);

CREATE INDEX experts_craft_sort_key_caacae05_like ON public.experts_craft USING btree (sort_key varchar_pattern_ops);

CREATE INDEX experts_holding_craft_id_b3fde68c ON public.experts_holding USING btree (craft_id);

CREATE INDEX experts_holding_person_id_6dacf75c ON public.experts_holding USING btree (person_id);

CREATE INDEX experts_invitation_person_id_bb26d946 ON public.experts_invitation USING btree (person_id);

CREATE INDEX experts_invitation_question_id_ae748333 ON public.experts_invitation USING btree (question_id);

CREATE INDEX experts_load_person_id_3a1275b8 ON public.experts_load USING btree (person_id);

CREATE INDEX experts_outsider_craft_id_f479b4c3 ON public.experts_outsider USING btree (craft_id);

CREATE INDEX experts_review_person_id_95b13451 ON public.experts_review USING btree (person_id);

CREATE INDEX experts_wish_person_id_ddc8f016 ON public.experts_wish USING btree (person_id);

CREATE INDEX ground_allowance_name_95e71b7c_like ON public.ground_allowance USING btree (name varchar_pattern_ops);

CREATE INDEX ground_bucket_empty_at_fda27df2 ON public.ground_bucket USING btree (empty_at);

CREATE INDEX ground_tries_expires ON public.ground_tries USING btree (expires);

CREATE INDEX guide_a_to_z ON public.talk_guide USING btree (sort_key, id);

CREATE INDEX guide_due ON public.talk_guide USING btree (review_on) WHERE (obsolete_at IS NULL);

CREATE INDEX guide_newest ON public.talk_guide USING btree (newest_id DESC);

CREATE INDEX guide_tags ON public.talk_guide USING gin (tags);

CREATE INDEX holiday_of ON public.notices_holiday USING btree (person_id, last_on);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX link_actor ON public.logbook_link USING btree (actor_id, place DESC);

CREATE INDEX link_at ON public.logbook_link USING btree (at);

CREATE INDEX link_kind ON public.logbook_link USING btree (kind, place DESC);

CREATE INDEX link_object ON public.logbook_link USING btree (object_id, place DESC);

CREATE INDEX logbook_link_hash_61834509_like ON public.logbook_link USING btree (hash varchar_pattern_ops);

CREATE INDEX logbook_settled_entry_id_7d971d84 ON public.logbook_settled USING btree (entry_id);

CREATE INDEX mailroom_arrival_at_bd47a323 ON public.mailroom_arrival USING btree (at);

CREATE INDEX mailroom_arrival_key_7463d311_like ON public.mailroom_arrival USING btree (key varchar_pattern_ops);

CREATE INDEX mailroom_excuse_at_d4731427 ON public.mailroom_excuse USING btree (at);

CREATE INDEX mailroom_excuse_sender_02b2c298_like ON public.mailroom_excuse USING btree (sender varchar_pattern_ops);

CREATE INDEX meet_apart_other_id_d2f4463f ON public.meet_apart USING btree (other_id);

CREATE INDEX meet_apart_person_id_e43598fa ON public.meet_apart USING btree (person_id);

CREATE INDEX meet_coming_person_id_98f2d1c5 ON public.meet_coming USING btree (person_id);

CREATE INDEX meet_coming_round_id_68588c28 ON public.meet_coming USING btree (round_id);

CREATE INDEX meet_learned_person_id_48f811e7 ON public.meet_learned USING btree (person_id);

CREATE INDEX meet_learned_post_id_a07b88f5 ON public.meet_learned USING btree (post_id);

CREATE INDEX meet_promise_walk_id_afb711a4 ON public.meet_promise USING btree (walk_id);

CREATE INDEX meet_seat_person_id_0e61d3bf ON public.meet_seat USING btree (person_id);

CREATE INDEX meet_seat_table_id_75121755 ON public.meet_seat USING btree (table_id);

CREATE INDEX meet_table_round_id_1250af85 ON public.meet_table USING btree (round_id);

CREATE INDEX meet_turn_person_id_2d214fa3 ON public.meet_turn USING btree (person_id);

CREATE INDEX meet_turn_walk_id_17569221 ON public.meet_turn USING btree (walk_id);

CREATE INDEX meet_walk_host_id_28e252e3 ON public.meet_walk USING btree (host_id);

CREATE INDEX meet_walk_leader_id_e051ab00 ON public.meet_walk USING btree (leader_id);

CREATE INDEX meet_walk_place_id_bdb9fd87 ON public.meet_walk USING btree (place_id);

CREATE INDEX membership_hosts ON public.talk_membership USING btree (space_id, is_host);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX network_nomination_named_id_82bd7906 ON public.network_nomination USING btree (named_id);

CREATE INDEX network_nomination_sheet_id_57580f49 ON public.network_nomination USING btree (sheet_id);

CREATE INDEX network_sheet_person_id_9bb0554f ON public.network_sheet USING btree (person_id);

CREATE INDEX network_sheet_round_id_c084adf6 ON public.network_sheet USING btree (round_id);

CREATE INDEX network_tie_helper_id_ffa8b429 ON public.network_tie USING btree (helper_id);

CREATE INDEX notice_about ON public.notices_notice USING btree (object_id);

CREATE UNIQUE INDEX notice_bundled ON public.notices_notice USING btree (person_id, kind, object_id) WHERE (read_at IS NULL);

CREATE INDEX notice_newest ON public.notices_notice USING btree (person_id, id DESC);

CREATE INDEX notice_of_event ON public.notices_notice USING gin (event_ids);

CREATE INDEX notice_unread ON public.notices_notice USING btree (person_id) WHERE (read_at IS NULL);

CREATE INDEX notices_attention_person_id_52809af0 ON public.notices_attention USING btree (person_id);

CREATE INDEX notices_choice_person_id_d340fad2 ON public.notices_choice USING btree (person_id);

CREATE INDEX notices_delivery_notice_id_2d5dfa0c ON public.notices_delivery USING btree (notice_id);

CREATE INDEX notices_delivery_person_id_ed7a0124 ON public.notices_delivery USING btree (person_id);

CREATE INDEX notices_device_endpoint_89a090cd_like ON public.notices_device USING btree (endpoint varchar_pattern_ops);

CREATE INDEX notices_device_person_id_e8bd8515 ON public.notices_device USING btree (person_id);

CREATE INDEX notices_habit_person_id_03d26026 ON public.notices_habit USING btree (person_id);

CREATE INDEX notices_holiday_person_id_3122b1fe ON public.notices_holiday USING btree (person_id);

CREATE INDEX notices_notice_person_id_94368381 ON public.notices_notice USING btree (person_id);

CREATE INDEX notices_push_relay_host_c5935960_like ON public.notices_push_relay USING btree (host varchar_pattern_ops);

CREATE UNIQUE INDEX one_open_question_round ON public.network_question_round USING btree ((1)) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX one_wave_at_a_time ON public.climate_wave USING btree ((1)) WHERE ((closed_at IS NULL) AND (stopped_at IS NULL));

CREATE INDEX people_erasure_due_at_788de633 ON public.people_erasure USING btree (due_at);

CREATE INDEX people_invitation_accepted_by_id_66da8fc9 ON public.people_invitation USING btree (accepted_by_id);

CREATE INDEX people_invitation_invited_by_id_3784d49d ON public.people_invitation USING btree (invited_by_id);

CREATE INDEX people_invitation_team_id_6e30d989 ON public.people_invitation USING btree (team_id);

CREATE INDEX people_invitation_token_digest_a08803e5_like ON public.people_invitation USING btree (token_digest varchar_pattern_ops);

CREATE INDEX people_person_buddy_id_5576e799 ON public.people_person USING btree (buddy_id);

CREATE INDEX people_person_by_face ON public.people_person USING btree (face) WHERE (NOT ((face)::text = ''::text));

CREATE INDEX people_person_by_name ON public.people_person USING btree (sort_key, id);

CREATE INDEX people_person_external_key_5354e96b_like ON public.people_person USING btree (external_key varchar_pattern_ops);

CREATE INDEX people_person_manager_id_e527beab ON public.people_person USING btree (manager_id);

CREATE INDEX people_person_team_id_4e7bfd3d ON public.people_person USING btree (team_id);

CREATE INDEX people_role_person_id_7fefa71f ON public.people_role USING btree (person_id);

CREATE INDEX people_sign_in_code_made_by_id_d91e45a2 ON public.people_sign_in_code USING btree (made_by_id);

CREATE INDEX people_sign_in_code_person_id_5dfe358a ON public.people_sign_in_code USING btree (person_id);

CREATE INDEX people_team_parent_id_fca2345e ON public.people_team USING btree (parent_id);

CREATE INDEX people_team_slug_f0035d4b_like ON public.people_team USING btree (slug varchar_pattern_ops);

CREATE INDEX people_team_sort_key_e555e34f ON public.people_team USING btree (sort_key);

CREATE INDEX people_team_sort_key_e555e34f_like ON public.people_team USING btree (sort_key varchar_pattern_ops);

CREATE UNIQUE INDEX place_once ON public.meet_place USING btree (lower((name)::text));

CREATE INDEX post_by_author ON public.talk_post USING btree (author_id, id DESC) WHERE (root_id IS NULL);

CREATE INDEX post_first_of_author ON public.talk_post USING btree (author_id, id);

CREATE INDEX post_in_space ON public.talk_post USING btree (space_id, id DESC) WHERE (root_id IS NULL);

CREATE INDEX post_in_thread ON public.talk_post USING btree (root_id, id) WHERE (root_id IS NOT NULL);

CREATE INDEX post_newest ON public.talk_post USING btree (id DESC) WHERE (root_id IS NULL);

CREATE INDEX post_pinned ON public.talk_post USING btree (space_id) WHERE (pinned_at IS NOT NULL);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX question_open ON public.talk_question USING btree (post_id) WHERE (closed_at IS NULL);

CREATE INDEX search_by_shelf ON public.talk_search_document USING gin (public.talk_search_keys(words, shelf)) WITH (fastupdate=off);

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);

CREATE INDEX tag_newest ON public.talk_post_tag USING btree (tag, post_id DESC);

CREATE INDEX talk_absence_person_id_6b31e95a ON public.talk_absence USING btree (person_id);

CREATE INDEX talk_appreciation_person_id_796a1f97 ON public.talk_appreciation USING btree (person_id);

CREATE INDEX talk_appreciation_post_id_e79f3caf ON public.talk_appreciation USING btree (post_id);

CREATE INDEX talk_bookmark_person_id_d707e579 ON public.talk_bookmark USING btree (person_id);

CREATE INDEX talk_bookmark_post_id_60466a69 ON public.talk_bookmark USING btree (post_id);

CREATE INDEX talk_case_answered_by_id_ef31a97b ON public.talk_case USING btree (answered_by_id);

CREATE INDEX talk_case_claimed_by_id_7a4856a7 ON public.talk_case USING btree (claimed_by_id);

CREATE INDEX talk_case_decided_by_id_3b094a73 ON public.talk_case USING btree (decided_by_id);

CREATE INDEX talk_case_note_author_id_fcb30f5f ON public.talk_case_note USING btree (author_id);

CREATE INDEX talk_case_note_case_id_ac1a6360 ON public.talk_case_note USING btree (case_id);

CREATE INDEX talk_case_person_id_459b739a ON public.talk_case USING btree (person_id);

CREATE INDEX talk_case_post_id_ca149e33 ON public.talk_case USING btree (post_id);

CREATE INDEX talk_case_space_id_3373d3e8 ON public.talk_case USING btree (space_id);

CREATE INDEX talk_choice_poll_id_27f510c3 ON public.talk_choice USING btree (poll_id);

CREATE INDEX talk_confirmation_announcement_id_caecb755 ON public.talk_confirmation USING btree (announcement_id);

CREATE INDEX talk_confirmation_person_id_fc1b0a25 ON public.talk_confirmation USING btree (person_id);

CREATE INDEX talk_draft_person_id_7164ca13 ON public.talk_draft USING btree (person_id);

CREATE INDEX talk_entry_request_person_id_c4b4df62 ON public.talk_entry_request USING btree (person_id);

CREATE INDEX talk_entry_request_space_id_cda9da6d ON public.talk_entry_request USING btree (space_id);

CREATE INDEX talk_event_reply_event_id_1692b36b ON public.talk_event_reply USING btree (event_id);

CREATE INDEX talk_event_reply_person_id_3541e540 ON public.talk_event_reply USING btree (person_id);

CREATE INDEX talk_file_external_key_4c31be78_like ON public.talk_file USING btree (external_key varchar_pattern_ops);

CREATE INDEX talk_file_owner_id_abc840a5 ON public.talk_file USING btree (owner_id);

CREATE INDEX talk_file_post_id_cd2c0741 ON public.talk_file USING btree (post_id);

CREATE INDEX talk_file_space_id_e7bfd043 ON public.talk_file USING btree (space_id);

CREATE INDEX talk_guide_external_key_1264c43e_like ON public.talk_guide USING btree (external_key varchar_pattern_ops);

CREATE INDEX talk_guide_helped_person_id_e8f63b54 ON public.talk_guide_helped USING btree (person_id);

CREATE INDEX talk_guide_owner_id_a75aacb8 ON public.talk_guide USING btree (owner_id);

CREATE INDEX talk_guide_question_id_2b34988f ON public.talk_guide USING btree (question_id);

CREATE INDEX talk_guide_question_post_id_1c9c679f ON public.talk_guide_question USING btree (post_id);

CREATE INDEX talk_guide_space_id_2138df40 ON public.talk_guide USING btree (space_id);

CREATE INDEX talk_guide_version_author_id_2e756df7 ON public.talk_guide_version USING btree (author_id);

CREATE INDEX talk_helped_answer_id_cfe76ca6 ON public.talk_helped USING btree (answer_id);

CREATE INDEX talk_helped_person_id_20ea9fa2 ON public.talk_helped USING btree (person_id);

CREATE INDEX talk_membership_person_id_cad04747 ON public.talk_membership USING btree (person_id);

CREATE INDEX talk_membership_space_id_1c31bcce ON public.talk_membership USING btree (space_id);

CREATE INDEX talk_mention_person_id_3fa5bba6 ON public.talk_mention USING btree (person_id);

CREATE INDEX talk_mention_post_id_59590971 ON public.talk_mention USING btree (post_id);

CREATE INDEX talk_outdated_instead_id_bb70ccb7 ON public.talk_outdated USING btree (instead_id);

CREATE INDEX talk_person_follow_followed_id_85b41c74 ON public.talk_person_follow USING btree (followed_id);

CREATE INDEX talk_person_follow_person_id_518ec678 ON public.talk_person_follow USING btree (person_id);

CREATE INDEX talk_post_external_key_0e0b18d1_like ON public.talk_post USING btree (external_key varchar_pattern_ops);

CREATE INDEX talk_proposal_about_id_e530b968 ON public.talk_proposal USING btree (about_id);

CREATE INDEX talk_proposal_invited_id_877dce95 ON public.talk_proposal USING btree (invited_id);

CREATE INDEX talk_proposal_proposer_id_baefab0a ON public.talk_proposal USING btree (proposer_id);

CREATE INDEX talk_question_owner_id_fe6a8874 ON public.talk_question USING btree (owner_id);

CREATE INDEX talk_read_mark_person_id_e15fe54f ON public.talk_read_mark USING btree (person_id);

CREATE INDEX talk_report_case_id_bee8aa98 ON public.talk_report USING btree (case_id);

CREATE INDEX talk_report_reporter_id_31d7efa6 ON public.talk_report USING btree (reporter_id);

CREATE INDEX talk_revision_post_id_5a5e0033 ON public.talk_revision USING btree (post_id);

CREATE INDEX talk_sealed_case_id_ae708126 ON public.talk_sealed USING btree (case_id);

CREATE INDEX talk_sealed_until_b3bf2e34 ON public.talk_sealed USING btree (until);

CREATE INDEX talk_space_external_key_84fc8043_like ON public.talk_space USING btree (external_key varchar_pattern_ops);

CREATE INDEX talk_space_slug_216a5505_like ON public.talk_space USING btree (slug varchar_pattern_ops);

CREATE INDEX talk_space_sort_key_cae68c5f ON public.talk_space USING btree (sort_key);

CREATE INDEX talk_space_sort_key_cae68c5f_like ON public.talk_space USING btree (sort_key varchar_pattern_ops);

CREATE INDEX talk_swap_asked_id_ad49e6ca ON public.talk_swap USING btree (asked_id);

CREATE INDEX talk_tag_follow_person_id_509e27b0 ON public.talk_tag_follow USING btree (person_id);

CREATE INDEX talk_thanks_to_person_id_5776d8eb ON public.talk_thanks_to USING btree (person_id);

CREATE INDEX talk_thanks_to_post_id_7cfbdf55 ON public.talk_thanks_to USING btree (post_id);

CREATE INDEX talk_turn_person_id_109f557c ON public.talk_turn USING btree (person_id);

CREATE INDEX talk_turn_space_id_4101a9c7 ON public.talk_turn USING btree (space_id);

CREATE INDEX talk_vote_choice_id_f0305a39 ON public.talk_vote USING btree (choice_id);

CREATE INDEX talk_vote_person_id_f6eec2c7 ON public.talk_vote USING btree (person_id);

CREATE INDEX talk_watch_word_added_by_id_e524d1ad ON public.talk_watch_word USING btree (added_by_id);

CREATE INDEX talk_watch_word_space_id_6d14bc34 ON public.talk_watch_word USING btree (space_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX urn_code_digest_2c8af1d3_like ON public.urn_code USING btree (digest varchar_pattern_ops);

CREATE INDEX urn_code_key_id_1b0b9e30 ON public.urn_code USING btree (key_id);

CREATE INDEX urn_key_box_id_3ace52b5 ON public.urn_key USING btree (box_id);

CREATE INDEX urn_spent_box_id_4f1f93bf ON public.urn_spent USING btree (box_id);

CREATE INDEX urn_spent_digest_a50c1ff2_like ON public.urn_spent USING btree (digest varchar_pattern_ops);

CREATE INDEX urn_voter_box_id_5b50f897 ON public.urn_voter USING btree (box_id);

CREATE INDEX urn_voter_key_id_61c7c103 ON public.urn_voter USING btree (key_id);

CREATE INDEX urn_voter_person_id_2165e016 ON public.urn_voter USING btree (person_id);

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);

CREATE INDEX walk_newest ON public.meet_walk USING btree (starts_at DESC);

CREATE INDEX walk_of_leader ON public.meet_walk USING btree (leader_id, starts_at DESC);

CREATE TRIGGER logbook_link_stays BEFORE DELETE OR UPDATE ON public.logbook_link FOR EACH ROW EXECUTE FUNCTION public.logbook_link_stays();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_answer
    ADD CONSTRAINT climate_answer_given_by_id_ce2bb860_fk_people_person_id FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_answer
    ADD CONSTRAINT climate_answer_matter_id_33e7e4ce_fk_climate_matter_id FOREIGN KEY (matter_id) REFERENCES public.climate_matter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_answer
    ADD CONSTRAINT climate_answer_outcome_by_id_931c46f3_fk_people_person_id FOREIGN KEY (outcome_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_answer
    ADD CONSTRAINT climate_answer_who_id_9f9b1bbc_fk_people_person_id FOREIGN KEY (who_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_group
    ADD CONSTRAINT climate_group_wave_id_bbff5676_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_hanging
    ADD CONSTRAINT climate_hanging_wave_id_4a7c9068_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_owner_id_0dd172ad_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_taken_away_by_id_475c665e_fk_people_person_id FOREIGN KEY (taken_away_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_team_id_fee557f8_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_wave_id_e28c5c68_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_matter
    ADD CONSTRAINT climate_matter_writer_id_bbbed461_fk_people_person_id FOREIGN KEY (writer_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_outlook
    ADD CONSTRAINT climate_outlook_person_id_388e938c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_paper
    ADD CONSTRAINT climate_paper_person_id_2493de14_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_paper
    ADD CONSTRAINT climate_paper_wave_id_bc82a61d_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_part
    ADD CONSTRAINT climate_part_wave_id_ff675aa9_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_publication
    ADD CONSTRAINT climate_publication_wave_id_66ed94f4_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_published
    ADD CONSTRAINT climate_published_group_id_2adbadd9_fk_climate_group_id FOREIGN KEY (group_id) REFERENCES public.climate_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_published
    ADD CONSTRAINT climate_published_wave_id_335b4566_fk_climate_wave_id FOREIGN KEY (wave_id) REFERENCES public.climate_wave(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.climate_stance
    ADD CONSTRAINT climate_stance_person_id_85ab1c78_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_agreement
    ADD CONSTRAINT company_agreement_recorded_by_id_db920dec_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_company
    ADD CONSTRAINT company_company_counsellor_id_760f1dbf_fk_people_person_id FOREIGN KEY (counsellor_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_start_link
    ADD CONSTRAINT company_start_link_founder_id_128053db_fk_people_person_id FOREIGN KEY (founder_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_switch
    ADD CONSTRAINT company_switch_host_id_3787cab8_fk_people_person_id FOREIGN KEY (host_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_switch
    ADD CONSTRAINT company_switch_trained_by_id_e040a489_fk_people_person_id FOREIGN KEY (trained_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.company_top_seat
    ADD CONSTRAINT company_top_seat_person_id_7bde7590_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_confirmation
    ADD CONSTRAINT experts_confirmation_by_id_cc77d7b2_fk_people_person_id FOREIGN KEY (by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_confirmation
    ADD CONSTRAINT experts_confirmation_holding_id_414fd8a0_fk_experts_holding_id FOREIGN KEY (holding_id) REFERENCES public.experts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_holding
    ADD CONSTRAINT experts_holding_craft_id_b3fde68c_fk_experts_craft_id FOREIGN KEY (craft_id) REFERENCES public.experts_craft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_holding
    ADD CONSTRAINT experts_holding_person_id_6dacf75c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_invitation
    ADD CONSTRAINT experts_invitation_person_id_bb26d946_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_invitation
    ADD CONSTRAINT experts_invitation_question_id_ae748333_fk_talk_ques FOREIGN KEY (question_id) REFERENCES public.talk_question(post_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_load
    ADD CONSTRAINT experts_load_person_id_3a1275b8_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_outsider
    ADD CONSTRAINT experts_outsider_craft_id_f479b4c3_fk_experts_craft_id FOREIGN KEY (craft_id) REFERENCES public.experts_craft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_review
    ADD CONSTRAINT experts_review_answer_id_90ff0795_fk_talk_post_id FOREIGN KEY (answer_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_review
    ADD CONSTRAINT experts_review_person_id_95b13451_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_route
    ADD CONSTRAINT experts_route_question_id_5cf5ed49_fk_talk_question_post_id FOREIGN KEY (question_id) REFERENCES public.talk_question(post_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_taking
    ADD CONSTRAINT experts_taking_person_id_730b68d4_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.experts_wish
    ADD CONSTRAINT experts_wish_person_id_ddc8f016_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.logbook_settled
    ADD CONSTRAINT logbook_settled_entry_id_7d971d84_fk_logbook_entry_id FOREIGN KEY (entry_id) REFERENCES public.logbook_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mailroom_trouble
    ADD CONSTRAINT mailroom_trouble_person_id_6899c5b9_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_apart
    ADD CONSTRAINT meet_apart_other_id_d2f4463f_fk_people_person_id FOREIGN KEY (other_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_apart
    ADD CONSTRAINT meet_apart_person_id_e43598fa_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_coming
    ADD CONSTRAINT meet_coming_person_id_98f2d1c5_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_coming
    ADD CONSTRAINT meet_coming_round_id_68588c28_fk_meet_round_id FOREIGN KEY (round_id) REFERENCES public.meet_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_learned
    ADD CONSTRAINT meet_learned_person_id_48f811e7_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_learned
    ADD CONSTRAINT meet_learned_post_id_a07b88f5_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_notes
    ADD CONSTRAINT meet_notes_walk_id_b16a9c26_fk_meet_walk_id FOREIGN KEY (walk_id) REFERENCES public.meet_walk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_promise
    ADD CONSTRAINT meet_promise_walk_id_afb711a4_fk_meet_walk_id FOREIGN KEY (walk_id) REFERENCES public.meet_walk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_seat
    ADD CONSTRAINT meet_seat_person_id_0e61d3bf_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_seat
    ADD CONSTRAINT meet_seat_table_id_75121755_fk_meet_table_id FOREIGN KEY (table_id) REFERENCES public.meet_table(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_table
    ADD CONSTRAINT meet_table_round_id_1250af85_fk_meet_round_id FOREIGN KEY (round_id) REFERENCES public.meet_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_turn
    ADD CONSTRAINT meet_turn_person_id_2d214fa3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_turn
    ADD CONSTRAINT meet_turn_post_id_2cf3ce6c_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_turn
    ADD CONSTRAINT meet_turn_walk_id_17569221_fk_meet_walk_id FOREIGN KEY (walk_id) REFERENCES public.meet_walk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_walk
    ADD CONSTRAINT meet_walk_host_id_28e252e3_fk_people_person_id FOREIGN KEY (host_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_walk
    ADD CONSTRAINT meet_walk_leader_id_e051ab00_fk_people_person_id FOREIGN KEY (leader_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.meet_walk
    ADD CONSTRAINT meet_walk_place_id_bdb9fd87_fk_meet_place_id FOREIGN KEY (place_id) REFERENCES public.meet_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_abstention
    ADD CONSTRAINT network_abstention_person_id_f1de50c7_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_nomination
    ADD CONSTRAINT network_nomination_named_id_82bd7906_fk_people_person_id FOREIGN KEY (named_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_nomination
    ADD CONSTRAINT network_nomination_sheet_id_57580f49_fk_network_sheet_id FOREIGN KEY (sheet_id) REFERENCES public.network_sheet(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_pilot
    ADD CONSTRAINT network_pilot_person_id_f6ec0103_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_quiet
    ADD CONSTRAINT network_quiet_person_id_befd3664_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_sheet
    ADD CONSTRAINT network_sheet_person_id_9bb0554f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_sheet
    ADD CONSTRAINT network_sheet_round_id_c084adf6_fk_network_question_round_id FOREIGN KEY (round_id) REFERENCES public.network_question_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT network_tie_asker_id_23f8a0d4_fk_people_person_id FOREIGN KEY (asker_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT network_tie_helper_id_ffa8b429_fk_people_person_id FOREIGN KEY (helper_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_attention
    ADD CONSTRAINT notices_attention_person_id_52809af0_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_choice
    ADD CONSTRAINT notices_choice_person_id_d340fad2_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_delivery
    ADD CONSTRAINT notices_delivery_notice_id_2d5dfa0c_fk_notices_notice_id FOREIGN KEY (notice_id) REFERENCES public.notices_notice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_delivery
    ADD CONSTRAINT notices_delivery_person_id_ed7a0124_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_device
    ADD CONSTRAINT notices_device_person_id_e8bd8515_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_habit
    ADD CONSTRAINT notices_habit_person_id_03d26026_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_holiday
    ADD CONSTRAINT notices_holiday_person_id_3122b1fe_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_person_id_94368381_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_erasure
    ADD CONSTRAINT people_erasure_person_id_ec4e617d_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_accepted_by_id_66da8fc9_fk_people_person_id FOREIGN KEY (accepted_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_invited_by_id_3784d49d_fk_people_person_id FOREIGN KEY (invited_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_team_id_6e30d989_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_buddy_id_5576e799_fk_people_person_id FOREIGN KEY (buddy_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_manager_id_e527beab_fk_people_person_id FOREIGN KEY (manager_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_team_id_4e7bfd3d_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_person_id_7fefa71f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_sign_in_code
    ADD CONSTRAINT people_sign_in_code_made_by_id_d91e45a2_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_sign_in_code
    ADD CONSTRAINT people_sign_in_code_person_id_5dfe358a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_parent_id_fca2345e_fk_people_team_id FOREIGN KEY (parent_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_people_pe FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_absence
    ADD CONSTRAINT talk_absence_person_id_6b31e95a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_announcement
    ADD CONSTRAINT talk_announcement_post_id_5dc44c64_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_appreciation
    ADD CONSTRAINT talk_appreciation_person_id_796a1f97_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_appreciation
    ADD CONSTRAINT talk_appreciation_post_id_e79f3caf_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_bookmark
    ADD CONSTRAINT talk_bookmark_person_id_d707e579_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_bookmark
    ADD CONSTRAINT talk_bookmark_post_id_60466a69_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_calendar_key
    ADD CONSTRAINT talk_calendar_key_person_id_041f904d_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_answered_by_id_ef31a97b_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_claimed_by_id_7a4856a7_fk_people_person_id FOREIGN KEY (claimed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_decided_by_id_3b094a73_fk_people_person_id FOREIGN KEY (decided_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case_note
    ADD CONSTRAINT talk_case_note_author_id_fcb30f5f_fk_people_person_id FOREIGN KEY (author_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case_note
    ADD CONSTRAINT talk_case_note_case_id_ac1a6360_fk_talk_case_id FOREIGN KEY (case_id) REFERENCES public.talk_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_person_id_459b739a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_post_id_ca149e33_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_case
    ADD CONSTRAINT talk_case_space_id_3373d3e8_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_choice
    ADD CONSTRAINT talk_choice_poll_id_27f510c3_fk_talk_poll_post_id FOREIGN KEY (poll_id) REFERENCES public.talk_poll(post_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_confirmation
    ADD CONSTRAINT talk_confirmation_announcement_id_caecb755_fk_talk_anno FOREIGN KEY (announcement_id) REFERENCES public.talk_announcement(post_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_confirmation
    ADD CONSTRAINT talk_confirmation_person_id_fc1b0a25_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_draft
    ADD CONSTRAINT talk_draft_person_id_7164ca13_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_entry_request
    ADD CONSTRAINT talk_entry_request_person_id_c4b4df62_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_entry_request
    ADD CONSTRAINT talk_entry_request_space_id_cda9da6d_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_event
    ADD CONSTRAINT talk_event_post_id_fe27f049_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_event_reply
    ADD CONSTRAINT talk_event_reply_event_id_1692b36b_fk_talk_event_post_id FOREIGN KEY (event_id) REFERENCES public.talk_event(post_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_event_reply
    ADD CONSTRAINT talk_event_reply_person_id_3541e540_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_file
    ADD CONSTRAINT talk_file_owner_id_abc840a5_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_file
    ADD CONSTRAINT talk_file_space_id_e7bfd043_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_answer_id_6d0a3a4a_fk_talk_post_id FOREIGN KEY (answer_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_confirmed_by_id_3940a0cf_fk_people_person_id FOREIGN KEY (confirmed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_helped
    ADD CONSTRAINT talk_guide_helped_guide_id_588bc22e_fk_talk_guide_id FOREIGN KEY (guide_id) REFERENCES public.talk_guide(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_helped
    ADD CONSTRAINT talk_guide_helped_person_id_e8f63b54_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_owner_id_a75aacb8_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_question
    ADD CONSTRAINT talk_guide_question_guide_id_c14e4b23_fk_talk_guide_id FOREIGN KEY (guide_id) REFERENCES public.talk_guide(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_question_id_2b34988f_fk_talk_post_id FOREIGN KEY (question_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_question
    ADD CONSTRAINT talk_guide_question_post_id_1c9c679f_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide
    ADD CONSTRAINT talk_guide_space_id_2138df40_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_version
    ADD CONSTRAINT talk_guide_version_author_id_2e756df7_fk_people_person_id FOREIGN KEY (author_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_guide_version
    ADD CONSTRAINT talk_guide_version_guide_id_67a4d394_fk_talk_guide_id FOREIGN KEY (guide_id) REFERENCES public.talk_guide(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_helped
    ADD CONSTRAINT talk_helped_answer_id_cfe76ca6_fk_talk_post_id FOREIGN KEY (answer_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_helped
    ADD CONSTRAINT talk_helped_person_id_20ea9fa2_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_home_visit
    ADD CONSTRAINT talk_home_visit_person_id_edf240ee_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_membership
    ADD CONSTRAINT talk_membership_person_id_cad04747_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_membership
    ADD CONSTRAINT talk_membership_space_id_1c31bcce_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_mention
    ADD CONSTRAINT talk_mention_person_id_3fa5bba6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_mention
    ADD CONSTRAINT talk_mention_post_id_59590971_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_outdated
    ADD CONSTRAINT talk_outdated_answer_id_6a02e5b0_fk_talk_post_id FOREIGN KEY (answer_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_outdated
    ADD CONSTRAINT talk_outdated_instead_id_bb70ccb7_fk_talk_post_id FOREIGN KEY (instead_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_person_follow
    ADD CONSTRAINT talk_person_follow_followed_id_85b41c74_fk_people_person_id FOREIGN KEY (followed_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_person_follow
    ADD CONSTRAINT talk_person_follow_person_id_518ec678_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_poll
    ADD CONSTRAINT talk_poll_box_id_96dfe7d4_fk_urn_box_id FOREIGN KEY (box_id) REFERENCES public.urn_box(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_poll
    ADD CONSTRAINT talk_poll_post_id_cccb2108_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_author_id_ee375cfd_fk_people_person_id FOREIGN KEY (author_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_closed_by_id_e514aee1_fk_people_person_id FOREIGN KEY (closed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_parent_id_2151dbc4_fk_talk_post_id FOREIGN KEY (parent_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_root_id_4321b2a3_fk_talk_post_id FOREIGN KEY (root_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post
    ADD CONSTRAINT talk_post_space_id_0930d4bb_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_post_tag
    ADD CONSTRAINT talk_post_tag_post_id_8ed2d900_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_proposal
    ADD CONSTRAINT talk_proposal_about_id_e530b968_fk_talk_post_id FOREIGN KEY (about_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_proposal
    ADD CONSTRAINT talk_proposal_invited_id_877dce95_fk_people_person_id FOREIGN KEY (invited_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_proposal
    ADD CONSTRAINT talk_proposal_proposer_id_baefab0a_fk_people_person_id FOREIGN KEY (proposer_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_question
    ADD CONSTRAINT talk_question_accepted_id_44842801_fk_talk_post_id FOREIGN KEY (accepted_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_question
    ADD CONSTRAINT talk_question_owner_id_fe6a8874_fk_people_person_id FOREIGN KEY (owner_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_question
    ADD CONSTRAINT talk_question_post_id_55cba50c_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_read_mark
    ADD CONSTRAINT talk_read_mark_person_id_e15fe54f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_read_mark
    ADD CONSTRAINT talk_read_mark_thread_id_20df246f_fk_talk_post_id FOREIGN KEY (thread_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_report
    ADD CONSTRAINT talk_report_case_id_bee8aa98_fk_talk_case_id FOREIGN KEY (case_id) REFERENCES public.talk_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_report
    ADD CONSTRAINT talk_report_reporter_id_31d7efa6_fk_people_person_id FOREIGN KEY (reporter_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_revision
    ADD CONSTRAINT talk_revision_post_id_5a5e0033_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_sealed
    ADD CONSTRAINT talk_sealed_case_id_ae708126_fk_talk_case_id FOREIGN KEY (case_id) REFERENCES public.talk_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_sealed
    ADD CONSTRAINT talk_sealed_post_id_efd2d688_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_search_document
    ADD CONSTRAINT talk_search_document_post_id_070f0746_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_search_document
    ADD CONSTRAINT talk_search_document_space_id_7b37b861_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_swap
    ADD CONSTRAINT talk_swap_asked_id_ad49e6ca_fk_people_person_id FOREIGN KEY (asked_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_swap
    ADD CONSTRAINT talk_swap_turn_id_66c5342e_fk_talk_turn_id FOREIGN KEY (turn_id) REFERENCES public.talk_turn(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_tag_follow
    ADD CONSTRAINT talk_tag_follow_person_id_509e27b0_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_thanks_to
    ADD CONSTRAINT talk_thanks_to_person_id_5776d8eb_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_thanks_to
    ADD CONSTRAINT talk_thanks_to_post_id_7cfbdf55_fk_talk_post_id FOREIGN KEY (post_id) REFERENCES public.talk_post(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_turn
    ADD CONSTRAINT talk_turn_person_id_109f557c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_turn
    ADD CONSTRAINT talk_turn_space_id_4101a9c7_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_vote
    ADD CONSTRAINT talk_vote_choice_id_f0305a39_fk_talk_choice_id FOREIGN KEY (choice_id) REFERENCES public.talk_choice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_vote
    ADD CONSTRAINT talk_vote_person_id_f6eec2c7_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_watch_word
    ADD CONSTRAINT talk_watch_word_added_by_id_e524d1ad_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.talk_watch_word
    ADD CONSTRAINT talk_watch_word_space_id_6d14bc34_fk_talk_space_id FOREIGN KEY (space_id) REFERENCES public.talk_space(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_ballot
    ADD CONSTRAINT urn_ballot_key_id_7b2b5581_fk_urn_key_id FOREIGN KEY (key_id) REFERENCES public.urn_key(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_code
    ADD CONSTRAINT urn_code_key_id_1b0b9e30_fk_urn_key_id FOREIGN KEY (key_id) REFERENCES public.urn_key(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_key
    ADD CONSTRAINT urn_key_box_id_3ace52b5_fk_urn_box_id FOREIGN KEY (box_id) REFERENCES public.urn_box(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_spent
    ADD CONSTRAINT urn_spent_box_id_4f1f93bf_fk_urn_box_id FOREIGN KEY (box_id) REFERENCES public.urn_box(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_voter
    ADD CONSTRAINT urn_voter_box_id_5b50f897_fk_urn_box_id FOREIGN KEY (box_id) REFERENCES public.urn_box(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_voter
    ADD CONSTRAINT urn_voter_key_id_61c7c103_fk_urn_key_id FOREIGN KEY (key_id) REFERENCES public.urn_key(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.urn_voter
    ADD CONSTRAINT urn_voter_person_id_2165e016_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

insert into public.django_migrations (app, name, applied) values
('people', '0001_initial', now()),
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('contenttypes', '0001_initial', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('people', '0002_erasure', now()),
('people', '0003_invitation_spaces', now()),
('people', '0004_vouched_email', now()),
('people', '0005_read_only', now()),
('climate', '0001_initial', now()),
('climate', '0002_sums_of_the_company', now()),
('climate', '0003_matters', now()),
('company', '0001_initial', now()),
('company', '0002_counselled', now()),
('company', '0003_rooms', now()),
('company', '0004_agreement_topics', now()),
('urn', '0001_initial', now()),
('talk', '0001_initial', now()),
('talk', '0002_how_to_pages', now()),
('talk', '0003_order', now()),
('talk', '0004_gathering', now()),
('talk', '0005_search', now()),
('talk', '0006_roster', now()),
('talk', '0007_reminders', now()),
('talk', '0008_secret_polls', now()),
('talk', '0009_outdated', now()),
('experts', '0001_initial', now()),
('experts', '0002_invitations', now()),
('experts', '0003_review', now()),
('ground', '0001_initial', now()),
('logbook', '0001_initial', now()),
('logbook', '0002_link', now()),
('mailroom', '0001_initial', now()),
('meet', '0001_initial', now()),
('meet', '0002_apart_without_order', now()),
('meet', '0003_walks', now()),
('meet', '0004_learning', now()),
('mfa', '0001_initial', now()),
('mfa', '0002_authenticator_timestamps', now()),
('mfa', '0003_authenticator_type_uniq', now()),
('network', '0001_ties', now()),
('network', '0002_rounds', now()),
('network', '0003_picture', now()),
('network', '0004_pilots', now()),
('notices', '0001_initial', now()),
('notices', '0002_channels', now()),
('notices', '0003_events', now()),
('notices', '0004_devices', now()),
('notices', '0005_reminders', now()),
('procrastinate', '0001_initial', now()),
('procrastinate', '0002_drop_started_at_column', now()),
('procrastinate', '0003_drop_started_at_column', now()),
('procrastinate', '0004_drop_procrastinate_version_table', now()),
('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
('procrastinate', '0006_fix_trigger_status_events_insert', now()),
('procrastinate', '0007_add_queueing_lock_column', now()),
('procrastinate', '0008_close_fetch_job_race_condition', now()),
('procrastinate', '0009_add_defer_job_function', now()),
('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
('procrastinate', '0011_add_foreign_key_index', now()),
('procrastinate', '0012_add_locks_to_periodic_defer', now()),
('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
('procrastinate', '0015_add_trigger_on_job_deletion', now()),
('procrastinate', '0016_delete_finished_jobs', now()),
('procrastinate', '0017_add_checks_to_finish_job', now()),
('procrastinate', '0018_add_checks_to_retry_job', now()),
('procrastinate', '0019_fix_finish_job_compat_issue', now()),
('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
('procrastinate', '0022_null_locks_excluded', now()),
('procrastinate', '0023_remove_old_finish_job_function', now()),
('procrastinate', '0024_job_id_bigint', now()),
('procrastinate', '0025_add_models', now()),
('procrastinate', '0026_add_job_priority', now()),
('procrastinate', '0027_add_periodic_job_priority', now()),
('procrastinate', '0028_add_cancel_states', now()),
('procrastinate', '0029_add_additional_params_to_retry_job', now()),
('procrastinate', '0030_alter_procrastinateevent_options', now()),
('procrastinate', '0031_add_indexes_for_fetch_job', now()),
('procrastinate', '0032_pre_cancel_notification', now()),
('procrastinate', '0033_post_cancel_notification', now()),
('procrastinate', '0034_pre_add_heartbeat', now()),
('procrastinate', '0035_post_add_heartbeat', now()),
('procrastinate', '0036_add_worker_model', now()),
('procrastinate', '0037_pre_batch_defer_jobs', now()),
('procrastinate', '0038_post_batch_defer_jobs', now()),
('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
('procrastinate', '0040_pre_retry_failed_job', now()),
('procrastinate', '0041_post_retry_failed_job', now()),
('sessions', '0001_initial', now()),
('socialaccount', '0001_initial', now()),
('socialaccount', '0002_token_max_lengths', now()),
('socialaccount', '0003_extra_data_default_dict', now()),
('socialaccount', '0004_app_provider_id_settings', now()),
('socialaccount', '0005_socialtoken_nullable_app', now()),
('socialaccount', '0006_alter_socialaccount_extra_data', now()),
('urn', '0002_lost', now()),
('usersessions', '0001_initial', now());
