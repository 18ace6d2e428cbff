"""`vloot serve` without the queue: what an act leaves for later is not part of what its page costs."""

from vloot.config import load


def main() -> None:
    """Serve the folder of the environment until a signal comes."""
    from vloot.cli.ground import house

    with house(load()) as config:
        from django.db import connections

        from vloot.cli.running import schema, static, web

        schema.bring_up(config)
        static.collect()
        connections.close_all()
        web.serve(config, on_ready=lambda: print("ready", flush=True))


if __name__ == "__main__":
    main()
