using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class OutputChannelTests
{
    private readonly StringWriter _written = new();

    [Theory]
    [InlineData(true, "\e[31mred\e[0m")]
    [InlineData(false, "red")]
    public void Escape_codes_go_out_only_where_they_are_taken(bool takesEscapes, string expected)
    {
        new OutputChannel(_written, isTerminal: true, takesEscapes, () => false).Write("\e[31mred\e[0m");

        Assert.Equal(expected, _written.ToString());
    }

    [Fact]
    public void Nothing_is_drawn_where_there_is_no_terminal()
    {
        new OutputChannel(_written, isTerminal: false, takesEscapes: false, () => false).Draw("\rprogress");

        Assert.Empty(_written.ToString());
    }

    [Fact]
    public void A_reader_that_left_is_told_of_once_and_not_written_to_again()
    {
        var told = 0;
        var channel = new OutputChannel(_written, isTerminal: false, takesEscapes: false, () => true);
        channel.ReaderLeft += () => told++;

        channel.Write("first");
        channel.Write("second");

        Assert.Equal(1, told);
        Assert.Equal("first", _written.ToString());
    }

    [Fact]
    public void The_open_line_is_what_follows_the_last_line_break()
    {
        var channel = new OutputChannel(_written, isTerminal: true, takesEscapes: true, () => false);

        channel.Write("done\nName");
        channel.Write(": ");

        Assert.Equal("Name: ", channel.OpenLine);
    }
}
