"""What does a sentence mean, as a vector?

Method: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019) as int8 ONNX: word pieces, mean of the last hidden
states over the words, scaled to length one, so that a dot product is a cosine.
"""

from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from twosource.records import ModelRecord
from twosource.resources import EMBEDDER, VOCABULARY

SIZE = 384
LONGEST = 128
"""Word pieces of a sentence that are looked at; the model was trained on 128."""
BATCH = 16


class Embedder:
    """The loaded model; `threads` bounds the processors that one call uses.

    Raises:
        FileNotFoundError: if the model's package is not installed.
    """

    model = ModelRecord(EMBEDDER.name, EMBEDDER.version, EMBEDDER.sha256)

    def __init__(self, threads: int = 1) -> None:
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = settings.inter_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(EMBEDDER.path), settings, providers=["CPUExecutionProvider"])
        self._pieces = BertWordPieceTokenizer(str(VOCABULARY.path), lowercase=True)
        self._pieces.enable_truncation(LONGEST)
        self._pieces.enable_padding()

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector for each text: float32 of shape (len(texts), 384), in their order."""
        found = np.zeros((len(texts), SIZE), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # little padding in a batch
        for at in range(0, len(texts), BATCH):
            batch = by_length[at : at + BATCH]
            found[batch] = self._batch([texts[i] for i in batch])
        return found

    def _batch(self, texts: list[str]) -> NDArray[np.float32]:
        pieces = self._pieces.encode_batch(texts)
        mask = np.array([p.attention_mask for p in pieces], dtype=np.int64)
        given = {
            "input_ids": np.array([p.ids for p in pieces], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        states = self._session.run(None, given)[0]
        weights = mask[:, :, None].astype(np.float32)
        means = (states * weights).sum(axis=1) / weights.sum(axis=1)
        unit: NDArray[np.float32] = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit
