"""The same build on many machines, by Apache Spark: the pure functions of the steps, and shuffles.

Articles are extracted by partitions, identity is decided by blocks, texts are compared by bands,
and what comes out are sorted N-Quads and a table of facts. A step that loses an executor is done
again by Spark, and gives the same.
"""

from kg.pipeline.spark.engine import build_on_spark

__all__ = ["build_on_spark"]
