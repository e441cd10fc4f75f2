package io.missionbrief.leads.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file. A byte-order mark decides the encoding and is left out. Every character before a byte that does
 * not exist is given away before the reader fails, so that whoever counts lines knows where it stands. How much may be read
 * until {@link #begin()} is called again is limited, and so is the whole.
 */
final class StrictText extends Reader {

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_MARK = 3;

    private final InputStream file;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final long longestFile;
    private final int longestRecord;
    private final CharsetDecoder decoder;
    private long read;
    private int given;
    private boolean ended;
    private boolean finished;
    private @Nullable TextFailure failure;

    /** Why no more characters are given. */
    enum Failure {
        WRONG_ENCODING,
        RECORD_TOO_LONG,
        FILE_TOO_LONG
    }

    /** Tells {@link CsvFile} what has happened; it knows the line. */
    static final class TextFailure extends IOException {

        private final Failure failure;

        TextFailure(Failure failure) {
            super(failure.name(), null);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    /** Reads the first bytes. */
    StrictText(InputStream file, CsvFormat format) throws IOException {
        this.file = file;
        this.longestFile = format.longestFile();
        this.longestRecord = format.longestRecord();
        while (bytes.remaining() < LONGEST_MARK && fill()) {
            // A mark may arrive byte by byte.
        }
        this.decoder = encoding(format.encoding())
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** From here on a record may have its full length again. */
    void begin() {
        given = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (given >= longestRecord) {
            throw new TextFailure(Failure.RECORD_TOO_LONG);
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length);
        decode(characters);
        int count = characters.position() - offset;
        given += count;
        if (count == 0 && failure != null) {
            throw failure;
        }
        return count == 0 ? -1 : count;
    }

    /** Until there is a character, the end or a failure; no more of the file is awaited than that takes. */
    private void decode(CharBuffer characters) throws IOException {
        int before = characters.position();
        while (!finished && failure == null) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            if (result.isError()) {
                failure = new TextFailure(Failure.WRONG_ENCODING);
            } else if (ended && result.isUnderflow()) {
                decoder.flush(characters);
                finished = true;
            }
            if (characters.position() > before) {
                return;
            }
            if (!ended && failure == null) {
                fill();
            }
        }
    }

    /** False at the end of the file. */
    private boolean fill() throws IOException {
        bytes.compact();
        try {
            int count = file.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0));
            read += Math.max(count, 0);
        } finally {
            bytes.flip();
        }
        if (read > longestFile) {
            failure = new TextFailure(Failure.FILE_TOO_LONG);
        }
        return !ended;
    }

    private Charset encoding(Charset otherwise) {
        if (beginsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (beginsWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return beginsWith(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : otherwise;
    }

    /** Leaves the mark out, where it is there. */
    private boolean beginsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        bytes.position(mark.length);
        return true;
    }

    @Override
    public void close() {
        // The file belongs to whoever opened it.
    }
}
