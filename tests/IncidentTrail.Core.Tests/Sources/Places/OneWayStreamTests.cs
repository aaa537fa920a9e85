using IncidentTrail.Gzip;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Tests.Sources.Places;

public sealed class OneWayStreamTests
{
    [Fact]
    public async Task A_pipe_that_breaks_says_so_as_a_file_does()
    {
        var source = new Broken();
        using var stream = new OneWayStream(source, CancellationToken.None);
        Assert.True(await stream.BeginsAsync());
        var buffer = new byte[8];

        Assert.Equal(3, stream.Read(buffer));
        Assert.Throws<IOException>(() => stream.Read(buffer));
    }

    // Gives three bytes, and fails then.
    private sealed class Broken : ForwardStream
    {
        private bool _hasGiven;

        public override int Read(Span<byte> buffer)
        {
            if (_hasGiven)
                throw new IOException("Input/output error");
            _hasGiven = true;
            "{\"a"u8.CopyTo(buffer);
            return 3;
        }
    }
}
