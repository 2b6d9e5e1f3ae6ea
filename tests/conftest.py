"""What all tests share: how hypothesis runs, so that a run today is a run tomorrow."""

from hypothesis import settings

settings.register_profile("kg", deadline=None, derandomize=True, database=None)
settings.load_profile("kg")

pytest_plugins = ["tests.pipeline.made", "tests.serve.running"]
