using System;
using System.Globalization;

namespace TileKit.Generators.IR;

/// <summary>Evaluates the text of a dim: sums, products and integer quotients of numbers and names.</summary>
internal ref struct DimText(string text, Func<string, int> value)
{
    private int position;

    public static int Evaluate(string text, Func<string, int> value) => new DimText(text, value).Sum();

    private int Sum()
    {
        var sum = Product();
        while (Take('+'))
        {
            sum += Product();
        }

        return sum;
    }

    private int Product()
    {
        var product = Factor();
        while (true)
        {
            if (Take('*'))
            {
                product *= Factor();
            }
            else if (Take('/'))
            {
                var divisor = Factor();
                product = divisor == 0 ? 0 : product / divisor;
            }
            else
            {
                return product;
            }
        }
    }

    private int Factor()
    {
        if (Take('('))
        {
            var sum = Sum();
            Take(')');
            return sum;
        }

        if (Take('-'))
        {
            return -Factor();
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '@'))
        {
            position++;
        }

        var word = text.Substring(start, position - start);
        return char.IsDigit(word[0]) ? int.Parse(word, CultureInfo.InvariantCulture) : value(word);
    }

    private bool Take(char c)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position == text.Length || text[position] != c)
        {
            return false;
        }

        position++;
        return true;
    }
}
