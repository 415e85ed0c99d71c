"""Traces and metrics over OpenTelemetry, failures to Sentry: each only where its address is set."""

from settings.env import env


def start_tracing() -> None:
    """Send a trace of every request, and metrics, to OTEL_EXPORTER_OTLP_ENDPOINT where that is set.

    Its SQL is traced as well, but for what readers' questions ask past cursors (`cms.running`).

    To be called once in each process that serves, before Django is set up. The SDK reads OpenTelemetry's own
    variables for everything else, such as OTEL_SERVICE_NAME and OTEL_TRACES_SAMPLER.
    """
    if not env.address("OTEL_EXPORTER_OTLP_ENDPOINT", default=""):
        return
    # Imported here, since only those who ask for it need these packages.
    from opentelemetry import metrics, trace  # noqa: PLC0415
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter  # noqa: PLC0415
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.instrumentation.django import DjangoInstrumentor  # noqa: PLC0415
    from opentelemetry.instrumentation.psycopg import PsycopgInstrumentor  # noqa: PLC0415
    from opentelemetry.sdk.metrics import MeterProvider  # noqa: PLC0415
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    tracers = TracerProvider()
    tracers.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(tracers)
    metrics.set_meter_provider(MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter())]))
    DjangoInstrumentor().instrument()
    PsycopgInstrumentor().instrument()


def report_failures() -> None:
    """Send failures to the Sentry, or what speaks like it, that SENTRY_DSN names; nothing personal with them."""
    dsn = env.address("SENTRY_DSN", default="")
    if not dsn:
        return
    import sentry_sdk  # noqa: PLC0415 - only who asks for it needs this package

    sentry_sdk.init(
        dsn=dsn, environment=env.str("SENTRY_ENVIRONMENT", default="production"), send_default_pii=False
    )
